/** Why a charge is not settled, and its problems. */
export const problemWords = {
  open: {
    waiting: 'aguarda o pagamento do cliente',
    paid: 'paga, a finalizar',
    late: 'pago com atraso, a resolver',
    partly: 'devolvida em parte, a finalizar',
    cancelling: 'cancelando; a Rede ainda não confirmou',
    returning: 'devolvendo; a Rede ainda não confirmou',
    searching:
      'procurando na Rede um pedido que ficou sem resposta válida; pode levar pouco mais de uma hora. O QR dele não foi mostrado: a mercadoria segue a resposta desta venda. O fechamento espera só a primeira busca completa.',
    'other-order': 'outro pedido desta cobrança ainda não foi encerrado na Rede; aguarde',
    forced: 'encerrada sem confirmação por {{name}}; ainda em conferência',
  },
  problem: {
    'gateway-refused': 'A Rede recusou a cobrança{{why}}. Confira o valor e a carteira e cobre de novo.',
    'no-answer-twice': 'Sem resposta válida da Rede em duas tentativas. Tente de novo ou cancele.',
    'qr-mismatch':
      'O QR recebido não corresponde à venda e não foi mostrado. Cobre de novo; se repetir, chame o suporte.',
    'paid-other-amount': 'O valor pago é diferente do valor da venda. Devolva ou aceite.',
    'paid-twice': 'O cliente pagou duas vezes. Devolva o que sobrou.',
    'unknown-word': 'A Rede respondeu algo desconhecido. Aguarde: o Balcão confere de novo.',
    'refund-refused': 'A Rede recusou a devolução{{why}}. O dinheiro ficou com a loja.',
    'refund-unclear':
      'Não se sabe quanto foi devolvido ao cliente. O Balcão continua conferindo. Confira no painel da Rede antes de devolver por outro meio.',
  },
  wrong: {
    contradicted:
      'Encerrada sem confirmação {{signed}} por {{name}}, e a Rede diz o contrário. Confira no banco da loja.',
    'accepted-paid-other-amount':
      'O valor pago foi diferente do valor da venda, e a venda foi finalizada assim.',
    'paid-amount-unknown':
      'Pago, mas não se sabe quanto. O Balcão pergunta de novo até saber; confira no painel da Rede antes de aceitar.',
    'accepted-paid-amount-unknown': 'Não se sabe quanto foi pago, e a venda foi finalizada assim.',
    'accepted-paid-twice': 'O cliente pagou duas vezes, e a venda foi finalizada assim.',
    'refund-unknown-word':
      'Não se sabe se a devolução foi feita: a Rede respondeu algo desconhecido. Não entregue a mercadoria nem devolva por outro meio. O Balcão continua conferindo; se não puder esperar, confira no painel da Rede.',
  },
  outcome: {
    paid: 'como paga',
    'not-paid': 'como não paga',
  },
  verdict: {
    unverified: 'a Conexão Rede ainda não disse nada',
    confirmed: 'a Conexão Rede confirmou',
    contradicted: 'a Conexão Rede diz o contrário',
  },
  cause: {
    operator: 'cancelada no caixa',
    'time-limit': 'o tempo acabou',
    'qr-mismatch': 'o QR não conferia',
  },
} as const;
