import type { ErrorCode } from '../../port/error-code.ts';

/** The errors: what happened, what it means for the goods, and the next step. */
export interface ErrorWords {
  readonly what: string;
  readonly next: string;
}

// The next step, if several codes have the same.
const READ_FIRST = 'Veja a resposta na tela antes de entregar.';
const READ = 'Veja a resposta na tela.';
const OTHER_BACKUP = 'Escolha outro backup da lista.';
const REOPEN = 'Feche e abra o Balcão; se repetir, chame o suporte.';

/** One entry per code of the contract; a code without words does not compile. */
export const errors = {
  'invalid-amount': { what: 'Valor inválido.', next: 'Digite, por exemplo, 25,90.' },
  'above-limit': {
    what: 'O valor passa do máximo de {{max}} por cobrança.',
    next: 'Divida a venda em duas cobranças.',
  },
  'below-minimum': {
    what: 'O valor é menor do que esta carteira aceita.',
    next: 'Escolha outra carteira ou aumente o valor.',
  },
  'unknown-wallet': {
    what: 'Esta carteira não está mais ativa neste caixa.',
    next: 'Escolha outra carteira.',
  },
  'shift-open': { what: 'Há um turno aberto.', next: 'Responda à pergunta na tela.' },
  'unsettled-charge': { what: 'Há uma cobrança aberta.', next: 'Resolva a cobrança aberta e tente de novo.' },
  'request-id-reused': {
    what: 'Esta cobrança já foi pedida com outro valor. Nada foi cobrado agora.',
    next: 'Aperte Esc e digite o valor de novo.',
  },
  'keys-unconfirmed': {
    what: 'As chaves deste caixa foram trocadas fora do Balcão. Nada foi cobrado.',
    next: 'Chame o gerente: ele confere as chaves com Ctrl+E.',
  },
  'ledger-gone': {
    what: 'O arquivo de vendas deste caixa sumiu: a pasta production não está na pasta de dados.',
    next: 'Chame o suporte: a pasta production, com os backups, precisa voltar ao lugar.',
  },
  'not-signed-in': { what: 'Ninguém está no caixa.', next: 'Entre com o seu PIN.' },
  'storage-failed': {
    what: 'Não foi possível gravar no disco. Nada foi feito.',
    next: 'Libere espaço no disco e tente de novo; se repetir, chame o suporte.',
  },
  'not-found': { what: 'Este item não existe mais.', next: 'Confira a lista e escolha de novo.' },
  'not-cancellable': {
    what: 'Esta cobrança não pode mais ser cancelada.',
    next: READ_FIRST,
  },
  'not-extendable': { what: 'Esta cobrança não pode receber mais tempo.', next: READ },
  'already-extended': {
    what: 'Esta cobrança já recebeu mais tempo.',
    next: 'Quando o tempo acabar, cobre de novo.',
  },
  'not-retryable': { what: 'Esta cobrança já seguiu adiante.', next: READ },
  'amount-differs': {
    what: 'O valor pago não é o da venda.',
    next: 'Chame o gerente: ele aceita com o PIN, ou devolve.',
  },
  'not-approved': {
    what: 'Esta cobrança não está paga.',
    next: 'Não entregue. Espere o pagamento ou cancele.',
  },
  'not-forceable': {
    what: 'Esta cobrança já tem uma resposta ou já foi resolvida.',
    next: READ_FIRST,
  },
  'not-settled': {
    what: 'Esta cobrança ainda não terminou. Nada foi apagado.',
    next: 'Espere a resposta final e apague depois.',
  },
  'nothing-to-erase': {
    what: 'Esta cobrança não tem textos a apagar.',
    next: 'Volte à cobrança: valores, datas e o código do Pix ficam.',
  },
  'slip-waiting': {
    what: 'Um cupom desta cobrança ainda vai ser impresso. Nada foi apagado.',
    next: 'Espere a impressão, ou descarte o cupom, e apague depois.',
  },
  'nothing-to-check': {
    what: 'Preencha o código, ou o valor e a hora.',
    next: 'Eles estão no comprovante que o cliente mostra.',
  },
  'wrong-pin': { what: 'PIN errado.', next: 'Digite o PIN de novo.' },
  wait: { what: 'Muitas tentativas com PIN errado.', next: 'Aguarde e digite o PIN de novo.' },
  'pin-locked': {
    what: 'O PIN desta pessoa está bloqueado depois de muitos erros.',
    next: 'Outro gerente libera em Ajustes (F1), Pessoas. Sem outro gerente, troque o PIN com as chaves da loja.',
  },
  'unknown-manager': {
    what: 'Não se sabe qual gerente autoriza.',
    next: 'Escolha o gerente na lista e digite o PIN dele.',
  },
  'short-pin': {
    what: 'Este PIN é curto demais.',
    next: 'Use de 6 a 12 números para gerentes e de 4 a 12 para operadores.',
  },
  'last-manager': {
    what: 'Esta pessoa é o único gerente do caixa.',
    next: 'Cadastre outro gerente antes.',
  },
  'has-shift': { what: 'O turno aberto é desta pessoa.', next: 'Feche o turno (F12) antes.' },
  'keys-differ': {
    what: 'Estas não são as chaves deste caixa.',
    next: 'Copie a Access Key e a Secret Key do painel, em LOJAS, editar.',
  },
  'second-manager-needed': {
    what: 'O valor passa do limite de devolução da loja. Nada foi devolvido ainda.',
    next: 'Um segundo gerente digita o PIN dele também.',
  },
  'not-refundable': { what: 'Esta cobrança não tem dinheiro a devolver.', next: 'Confira a lista de hoje.' },
  'exceeds-refundable': {
    what: 'O valor é maior do que ainda pode ser devolvido.',
    next: 'Devolva um valor menor.',
  },
  'not-training': {
    what: 'Isto só existe no treinamento.',
    next: 'Peça ao cliente que pague no celular dele.',
  },
  'not-payable': { what: 'Esta cobrança não pode ser paga agora.', next: 'Gere um QR novo.' },
  'unknown-operator': { what: 'Esta pessoa não está cadastrada neste caixa.', next: 'Escolha outra pessoa.' },
  'shift-of-another': {
    what: 'O turno aberto é de outra pessoa.',
    next: 'Quem abriu o turno entra e fecha com F12.',
  },
  'manager-first': { what: 'Ainda não há gerente.', next: 'Cadastre primeiro o gerente.' },
  'name-taken': { what: 'Já existe alguém com este nome.', next: 'Use outro nome ou um apelido.' },
  'program-name-taken': {
    what: 'Já existe um programa com este nome.',
    next: 'Use outro nome, ou revogue o token antigo antes.',
  },
  'too-many-programs': {
    what: 'Este caixa já tem programas demais.',
    next: 'Revogue o token de um programa que não é mais usado.',
  },
  'weak-pin': { what: 'Este PIN é fácil de adivinhar.', next: 'Evite sequências e números repetidos.' },
  'bad-document': {
    what: 'O CNPJ ou CPF não confere.',
    next: 'Digite o documento da loja como está no cadastro.',
  },
  'bad-url': { what: 'Endereço inválido.', next: 'Use um endereço que começa com https://.' },
  unreachable: {
    what: 'A Conexão Rede não foi encontrada.',
    next: 'Confira a internet e o endereço e teste de novo.',
  },
  'credentials-refused': {
    what: 'A Conexão Rede recusou as chaves.',
    next: 'Confira as três chaves; o Client ID é deste caixa.',
  },
  'gateway-trouble': { what: 'A Conexão Rede respondeu com erro.', next: 'Tente de novo em um minuto.' },
  'connection-busy': {
    what: 'Outro teste da conexão ainda não terminou.',
    next: 'Aguarde o fim do teste e tente de novo.',
  },
  'trial-runtime': {
    what: 'Esta versão do Balcão serve só para testes: o Electron dela não recebe mais correções de segurança.',
    next: 'Use o treinamento ou a homologação, ou instale a versão para lojas.',
  },
  'manager-needed': {
    what: 'Só o gerente pode fazer isto. Nada foi feito.',
    next: 'Peça ao gerente que entre com o PIN dele.',
  },
  exists: {
    what: 'Já existe um arquivo com este nome. Ele não foi alterado.',
    next: 'Confirme que quer substituir, ou escolha outro nome.',
  },
  'is-link': {
    what: 'Este nome é um atalho para outro arquivo. Nada foi alterado.',
    next: 'Escolha o próprio arquivo ou outro nome.',
  },
  'not-writable': {
    what: 'Não foi possível gravar neste lugar. Nenhum arquivo foi criado.',
    next: 'Escolha outra pasta, como Documentos, e tente de novo.',
  },
  'held-by-another-program': {
    what: 'O arquivo está aberto em outro programa, como o Excel. Nada foi alterado.',
    next: 'Feche o arquivo no outro programa e tente de novo, ou escolha outro nome.',
  },
  'disk-full': {
    what: 'O disco escolhido está cheio. Nenhum arquivo foi criado.',
    next: 'Libere espaço ou escolha outro disco e tente de novo.',
  },
  busy: {
    what: 'Outro arquivo está sendo escolhido ou gerado.',
    next: 'Espere terminar ou cancele o outro, e tente de novo.',
  },
  'no-keychain': {
    what: 'Este sistema não tem cofre de senhas para as chaves.',
    next: 'Marque “Salvar mesmo assim” ou ligue o cofre de senhas do sistema.',
  },
  'bad-code': { what: 'Código inválido.', next: 'Confira as sete letras e números do cupom.' },
  'no-printer': {
    what: 'Nenhuma impressora foi configurada.',
    next: 'Configure uma em Ajustes (F1), Impressora.',
  },
  'not-printable': { what: 'Esta cobrança não tem esse cupom agora.', next: READ },
  'paper-out': { what: 'Acabou o papel. Nada foi impresso.', next: 'Troque a bobina e imprima de novo.' },
  'unfit-slip': {
    what: 'O cupom não passou na conferência e não foi impresso.',
    next: 'Use a tela do cliente; se repetir, chame o suporte.',
  },
  'not-held': { what: 'Este cupom já foi resolvido.', next: 'Siga em frente.' },
  'unknown-printer': {
    what: 'Esta impressora não está mais na lista. Nada foi impresso nem alterado.',
    next: 'Volte e procure as impressoras de novo.',
  },
  'not-an-address': {
    what: 'Isto não é um endereço IP.',
    next: 'Digite só o endereço da impressora, por exemplo 192.168.0.50.',
  },
  'public-address': {
    what: 'Este endereço não é da rede da loja. O Balcão só imprime dentro dela.',
    next: 'Digite o endereço que a própria impressora mostra, por exemplo 192.168.0.50.',
  },
  'other-port': {
    what: 'O Balcão só imprime na porta 9100.',
    next: 'Digite o endereço sem a porta, por exemplo 192.168.0.50.',
  },
  'unknown-profile': { what: 'Este modelo de impressora não é conhecido.', next: 'Escolha outro na lista.' },
  'backup-unusable': {
    what: 'Este backup não pode ser lido até o fim.',
    next: OTHER_BACKUP,
  },
  'other-mode': {
    what: 'Este backup é do treinamento e os dados são de produção, ou o contrário. Nada foi alterado.',
    next: OTHER_BACKUP,
  },
  'ledger-in-use': {
    what: 'Um relatório ou outro programa está lendo os dados. Nada foi alterado.',
    next: 'Espere terminar e tente de novo.',
  },
  'would-lose': {
    what: 'Este backup não tem tudo o que aconteceu depois dele. Nada foi alterado.',
    next: 'Continue com os dados de agora; eles estão inteiros.',
  },
  'bad-cursor': { what: 'A lista foi atualizada.', next: 'Abra a lista de pagamentos de novo.' },
  'too-many-filters': { what: 'Há filtros salvos demais.', next: 'Apague um filtro e salve de novo.' },
  'unknown-method': {
    what: 'O Balcão pediu algo que o serviço de cobranças não conhece.',
    next: REOPEN,
  },
  'wrong-role': {
    what: 'Esta janela não pode fazer isto.',
    next: REOPEN,
  },
  'bad-input': {
    what: 'Algum campo está inválido. Nada foi feito.',
    next: 'Confira o que foi digitado e tente de novo.',
  },
  internal: {
    what: 'Algo falhou no Balcão. O que estava gravado continua gravado.',
    next: 'Veja a resposta na tela antes de entregar; se repetir, chame o suporte.',
  },
  'not-locked': { what: 'O caixa já foi desbloqueado.', next: 'Continue na tela que está aberta.' },
  'till-locked': { what: 'O caixa está bloqueado.', next: 'Digite o PIN para continuar.' },
  'core-restarted': {
    what: 'O serviço de cobranças reiniciou. Nada foi cobrado duas vezes.',
    next: 'Espere a tela voltar e tente de novo.',
  },
} as const satisfies Record<ErrorCode, ErrorWords>;
