/** The sell screen and the list of today. */
export const sellWords = {
  sell: {
    title: 'Nova cobrança',
    amount: 'Valor da venda',
    code: 'Código do cupom',
    prompt: 'Digite o valor',
    minimum: 'a partir de {{amount}}',
    noWallets: 'A Rede ainda não informou as carteiras deste caixa.',
    submit: 'Gerar QR',
    keypadShow: 'Teclado',
    keypadHide: 'Esconder teclado',
    backspace: 'Apagar',
    clear: 'Limpar',
    offline: 'Sem conexão não há Pix. A cobrança espera aqui e o QR aparece quando a conexão voltar.',
    unusable:
      'A Rede responde, mas a resposta não pode ser lida. Sem ela não há Pix; o Balcão tenta de novo sozinho.',
    cancelling: 'Cancelando {{amount}}… não aceite este pagamento',
    returning: 'O cliente pagou {{amount}}; o dinheiro está sendo devolvido. Não entregue',
    returningInDoubt: 
      'O cliente pagou {{amount}}; não se sabe se o dinheiro foi devolvido. Não entregue',
    refunded: 'O cliente pagou {{amount}}; o dinheiro foi devolvido. Não entregue',
    forced: 'Cobrança de {{amount}} encerrada por {{name}} sem confirmação; ainda em conferência',
    cancelled: 'Cobrança de {{amount}} cancelada. Não entregue',
    finalized: 'Venda de {{amount}} concluída',
  },
  amountProblem: {
    zero: 'Digite um valor maior que zero.',
    empty: 'Não havia nada para colar. Digite o valor, ou copie de novo.',
    'not-a-number': 'O texto colado não é um valor. Digite o valor, ou copie só o número, como 25,90.',
    negative: 'O texto colado é um valor negativo. Digite o valor sem o sinal.',
    'too-many-decimals': 'O texto colado tem frações de centavo. Digite o valor com duas casas, como 25,90.',
    'too-large':
      'O valor passaria de {{max}}, o máximo por cobrança. Apague com Backspace, ou divida a venda em duas.',
    tooLong: 'São dígitos demais. Apague com Backspace.',
    'decimals-full': 'Depois da vírgula cabem só dois dígitos. Apague com Backspace.',
    'no-sums': 'Este campo não faz contas. Apague o sinal com Backspace e digite o total.',
    'digits-only': 'Só números. Apague com Backspace e digite o valor.',
    digitsOrSlip: 'Só números. Apague com Backspace. Para procurar um cupom, comece por B.',
    barcode:
      'Isto parece um código de barras, não um valor. O valor ficou como estava: confira e tecle Backspace.',
  },
  today: {
    count_zero: 'nenhuma venda',
    count_one: '{{count}} venda',
    count_other: '{{count}} vendas',
    empty: 'As cobranças de hoje aparecem aqui.',
    list: 'Cobranças de hoje',
    toFinalize: 'a finalizar',
  },
} as const;
