/** The data of one charge for a person who asks: as a file, and its texts erased. */
export const personalDataWords = {
  personalData: {
    open: 'Dados pessoais',
    title: 'Dados desta cobrança',
    lead: 'Para atender quem pede os seus dados (LGPD). O arquivo tem tudo o que este caixa tem da cobrança: entregue só à própria pessoa.',
    save: 'Salvar em arquivo',
    saved: 'Salvo em {{name}}.',
    fileName: 'cobranca {{code}}',
    erase: 'Apagar textos',
    eraseTitle: 'Apagar os textos da cobrança',
    eraseLead:
      'Apaga a referência, a descrição e os motivos que vieram do sistema da loja ou foram digitados. Valores, datas e o código do Pix ficam. Não há como desfazer. Os textos ficam nos backups por até 30 dias de uso.',
    texts: 'Textos',
    erased: 'apagados por {{name}} em {{at}}',
    cpf: 'A referência ou a descrição tem um CPF, que a tela mostra sem alguns números. Peça à empresa do sistema da loja que mande o número do pedido no lugar.',
  },
} as const;
