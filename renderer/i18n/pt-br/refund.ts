/** Refunds, and settling without confirmation. */
export const refundWords = {
  refund: {
    title: 'Devolver {{amount}}',
    detail: 'O dinheiro volta para a conta de quem pagou. O gerente diz por quê e digita o PIN.',
    reasons: {
      exchange: 'Troca',
      changedMind: 'Cliente mudou de ideia',
      wrongAmount: 'Valor errado',
      other: 'Outro motivo',
    },
  },
  accept: {
    title: 'Aceitar um valor diferente',
  },
  refundPart: {
    title: 'Devolver parte ou tudo ({{amount}})',
    remains: 'Ainda pode ser devolvido: {{amount}}.',
    amount: 'Valor a devolver',
    tooMuch: 'O valor passaria dos {{amount}} que restam. Apague com Backspace.',
  },
  force: {
    title: 'Encerrar {{amount}} sem confirmação',
    cancelling:
      'A Rede ainda não confirmou o cancelamento. Com a autorização do gerente o turno pode fechar; o Balcão continua conferindo e avisa se a Rede disser outra coisa.',
    returning:
      'A Rede ainda não confirmou a devolução. Com a autorização do gerente o turno pode fechar; o Balcão continua conferindo e avisa se a Rede disser outra coisa.',
    notPaid: 'O dinheiro não ficou com a loja',
    notPaidDetail: 'Não pago ou devolvido: a mercadoria não foi entregue.',
    paid: 'O dinheiro ficou com a loja',
    paidDetail: 'Conferido no aplicativo do banco da loja: a mercadoria foi entregue.',
    reasonHint: 'Como se sabe? Fica registrado com o nome do gerente.',
  },
} as const;
