/** The training customer’s phone. */
export const phoneWords = {
  phone: {
    title: 'Celular do cliente',
    detail: 'Só no treinamento: faz o papel de quem paga.',
    target: 'Cobrança de {{amount}}',
    noTarget: 'Nenhuma cobrança na tela. Gere um QR primeiro.',
    pay: 'Pagar',
    'pay-late': 'Pagar depois do cancelamento',
    'pay-other-amount': 'Pagar outro valor',
    nothing: 'Não fazer nada',
    'pay-twice': 'Pagar duas vezes',
    'no-connection': 'Cair a internet por 30 s',
    'no-answer': 'A Rede não responde por 30 s',
    page: 'Também em {{url}}',
  },
} as const;
