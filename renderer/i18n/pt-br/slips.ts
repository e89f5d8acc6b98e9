/** Slips, by the document that they are. */
const slip = {
  'qr-slip': 'QR',
  receipt: 'Comprovante',
  cancel: 'Cancelamento',
  late: 'Pago com atraso',
  refund: 'Devolução',
  closing: 'Fechamento',
  test: 'Teste',
} as const;

/** Slips of paper. */
export const slipsWords = {
  slip,
  chargeSlip: {
    'qr-slip': 'QR impresso',
    receipt: slip.receipt,
    cancel: 'Aviso de cancelamento',
    print: 'Imprimir',
    copy: 'Se já saiu um, este sai marcado como 2ª via.',
    printed: 'O último cupom do QR mandado à impressora. Não sai de novo.',
    noPrinter: 'Não há impressora: assim ele sairia no papel.',
  },
  slips: {
    title: 'O cupom saiu inteiro?',
    detail: 'Nenhum cupom sai duas vezes sem a sua confirmação. Olhe a impressora.',
    strip_one: '{{count}} cupom para conferir',
    strip_other: '{{count}} cupons para conferir',
    cameOut: 'Saiu',
    reprint: '2ª via',
    discard: 'Não precisa',
    done: 'Nenhum cupom para conferir.',
  },
  paper: {
    preview: 'Como sai no papel',
    qr: 'QR do cupom',
    withheld: 'O QR sai só no papel, para ninguém pagar por esta tela.',
    barcode: 'Código de barras {{code}}',
  },
  printReason: {
    UNREACHABLE: 'Impressora desligada ou sem rede. Ligue-a; o cupom sai sozinho.',
    BUSY: 'Outro programa está usando a impressora. O cupom sai sozinho quando ela ficar livre.',
    NO_PERMISSION: 'Sem permissão para usar a impressora. Chame o suporte (grupo lp ou regra udev).',
    NO_DRIVER: 'Este computador não libera a impressora por este caminho. Escolha a impressora instalada.',
    PAPER_OUT: 'Acabou o papel. Troque a bobina; o cupom sai sozinho.',
    COVER_OPEN: 'Tampa da impressora aberta. Feche-a; o cupom sai sozinho.',
    OFFLINE: 'A impressora não está pronta. Confira o papel, a tampa e o botão de ligar.',
    NO_ANSWER:
      'A impressora {{printer}} não responde. Desligue-a e ligue-a de novo; se continuar, reinicie o computador. Confira se o cupom saiu.',
    NO_PROGRESS: 'A impressora parou no meio. Confira o cupom.',
    UNPLUGGED: 'Cabo da impressora solto. Confira o cupom.',
    REJECTED: 'O sistema recusou o cupom. Confira a impressora nos Ajustes.',
    REMOVED: 'O cupom foi apagado da fila da impressora. Confira se saiu.',
    NOT_ALLOWED:
      'O Balcão não imprime neste destino. Peça ao gerente que escolha a impressora de novo em Ajustes (F1), Impressora.',
    ABORTED: 'A impressão demorou demais e foi interrompida. Confira o cupom.',
    STALE: 'Este cupom esperou demais e não sai sozinho.',
    TILL_ENDED: 'O Balcão fechou no meio da impressão. Confira se o cupom saiu.',
  },
} as const;
