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
    page: 'Também em {{url}}',
  },
} as const;
