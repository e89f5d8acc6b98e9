/** The frame of the cashier’s window, and its screens before the till can sell. */
export const windowWords = {
  common: {
    supportCode: 'código {{code}}',
    supportDetails: 'Detalhes para o suporte',
  },
  training: {
    band: 'TREINAMENTO: nenhum dinheiro é movido',
  },
  header: {
    online: 'Conectado',
    offline: 'Sem conexão',
    offlineSince: 'Sem conexão desde {{time}}',
    unusable: 'Rede: resposta ilegível',
    customerScreen: 'Tela do cliente',
    customerScreenOff: 'Sem tela do cliente',
    queue: 'na fila: {{count}}',
    queueSince: 'na fila: {{count}}, desde {{time}}',
  },
  menu: {
    settings: 'Ajustes e telas',
    quit: 'Sair do Balcão',
  },
  starting: {
    title: 'Abrindo o caixa…',
    waiting: 'Aguardando o serviço de cobranças há {{seconds}} s.',
  },
  broken: {
    title: 'Esta tela não pôde ser mostrada',
    detail:
      'As cobranças estão gravadas e continuam sendo conferidas. Não entregue mercadoria sem ver a resposta.',
    reload: 'Abrir a tela de novo',
  },
  recovering: {
    title: 'Conferindo as cobranças abertas…',
    detail:
      'O Balcão pergunta à Rede o que aconteceu com cada cobrança antes de vender. Leva no máximo 5 segundos.',
  },
  core: {
    down: 'Reiniciando o serviço de cobranças…',
    downDetail: 'Nada se perdeu: as cobranças estão gravadas. Não entregue mercadoria até a tela voltar.',
    gaveUpDetail:
      'As cobranças estão gravadas. Não entregue mercadoria sem conferir no aplicativo do banco da loja.',
    heldBy: 'Quem abriu o outro Balcão: a conta {{account}} deste computador.',
    quit: 'Fechar o Balcão',
  },
  confirmQuit: {
    title: 'Sair do Balcão?',
    shift: 'Um turno continua aberto.',
    shiftOf: 'O turno de {{name}} continua aberto.',
    detail:
      'Com o Balcão fechado ninguém recebe por QR neste caixa. Para encerrar o dia, feche o turno (F12).',
    stay: 'Ficar no caixa',
  },
  quitting: {
    title: 'Fechando o Balcão…',
    detail_one: 'Falta confirmar {{count}} cancelamento com a Rede.',
    detail_other: 'Falta confirmar {{count}} cancelamentos com a Rede.',
    left: 'Fecha em até {{seconds}} s. O que faltar continua na próxima abertura.',
  },
} as const;
