/** Nouns, and signs that take the place of one. */
export const term = {
  amount: 'Valor',
  received: 'Recebido',
  refunded: 'Devolvido',
  wallet: 'Carteira',
  store: 'Loja',
  till: 'Caixa',
  from: 'De',
  to: 'Até',
  time: 'Hora',
  whatHappened: 'O que aconteceu',
  since: 'há {{seconds}} s',
  charge: 'Cobrança {{code}}',
  printer: 'Impressora',
  none: '—',
  number: '{{number, number}}',
  today: 'Hoje',
  people: 'Pessoas',
} as const;

/** Words of many screens: nouns, verbs, people, the ways out of a charge, and the words of a manager's signature. */
export const termsWords = {
  term,
  act: {
    back: 'Voltar',
    close: 'Fechar',
    continue: 'Continuar',
    cancel: 'Cancelar',
    keepWaiting: 'Continuar esperando',
    search: 'Procurar',
    check: 'Conferir',
    signIn: 'Entrar',
    done: 'Concluir',
    closeShift: 'Fechar turno',
  },
  role: {
    operator: 'Operador',
    manager: 'Gerente',
  },
  way: {
    finalize: 'Finalizar',
    cancel: 'Cancelar a cobrança',
    wait: 'Conferir agora',
    refund: 'Devolver',
    force: 'Encerrar sem confirmação',
  },
  signed: {
    reason: 'Motivo',
    reasonHint: 'Pelo menos 5 letras. Fica registrado com o nome do gerente.',
    pin: 'PIN do gerente',
    second: 'Segundo gerente',
    refundReasonHint: 'Fica registrado com o nome do gerente.',
    forgotten:
      'Esqueceu o PIN? Ajustes (F1), Pessoas: outro gerente troca, ou o próprio gerente com as chaves da loja.',
    waiting: 'Muitas tentativas. Aguarde {{seconds}} s.',
  },
} as const;
