/** Why a charge is not settled, and its problems. */
export const problemWords = {
  open: {
    waiting: 'aguarda o pagamento do cliente',
    paid: 'paga, e ninguém finalizou',
    late: 'pagamento chegou depois e ninguém resolveu',
    partly: 'parte foi devolvida, e ninguém finalizou',
    cancelling: 'cancelando; o gateway ainda não confirmou',
    returning: 'devolvendo; o banco ainda não confirmou',
    searching:
      'procurando no gateway um pedido que ficou sem resposta válida; pode levar pouco mais de uma hora. O QR dele não foi mostrado: a mercadoria segue a resposta desta venda. O fechamento espera só a primeira busca completa.',
    'other-order': 'outro pedido desta cobrança ainda não foi encerrado no gateway; aguarde',
    forced: 'resolvida sem prova por {{name}}; ainda em conferência',
  },
  problem: {
    'gateway-refused': 'O gateway recusou: {{detail}}. Confira o valor e a carteira e cobre de novo.',
    'no-answer-twice': 'O gateway não deu resposta válida duas vezes. Tente de novo ou desista.',
    'qr-mismatch':
      'O QR recebido não corresponde à venda e não foi mostrado. Cobre de novo; se repetir, chame o suporte.',
    'paid-other-amount': 'O valor pago é diferente do valor da venda. Devolva ou aceite.',
    'paid-twice': 'O cliente pagou duas vezes. Devolva o que sobrou.',
    'unknown-word': 'O gateway respondeu algo desconhecido. Aguarde: o Balcão confere de novo.',
    'refund-refused': 'O banco recusou a devolução: {{detail}}. O dinheiro ficou com a loja.',
    'refund-unclear':
      'Não se sabe quanto voltou ao cliente. O Balcão continua conferindo. Confira no painel do gateway antes de devolver por outro meio.',
  },
  wrong: {
    contradicted:
      'Resolvida sem prova {{signed}} por {{name}}, e o gateway diz o contrário. Confira no banco da loja.',
    'accepted-paid-other-amount':
      'O valor pago foi diferente do valor da venda, e a venda foi finalizada assim.',
    'paid-amount-unknown':
      'Pago, mas não se sabe quanto. O Balcão pergunta de novo até saber; confira no painel do gateway antes de aceitar.',
    'accepted-paid-amount-unknown': 'Não se sabe quanto foi pago, e a venda foi finalizada assim.',
    'accepted-paid-twice': 'O cliente pagou duas vezes, e a venda foi finalizada assim.',
    'refund-unknown-word':
      'Não se sabe se a devolução foi feita: o gateway respondeu “{{detail}}”. Não entregue a mercadoria nem devolva por outro meio. O Balcão continua conferindo; se não puder esperar, confira no painel do gateway.',
  },
  outcome: {
    paid: 'como paga',
    'not-paid': 'como não paga',
  },
  verdict: {
    unverified: 'o gateway ainda não disse nada',
    confirmed: 'o gateway confirmou',
    contradicted: 'o gateway diz o contrário',
  },
  cause: {
    operator: 'desistência no caixa',
    'time-limit': 'o tempo acabou',
    'qr-mismatch': 'o QR não conferia',
  },
} as const;
