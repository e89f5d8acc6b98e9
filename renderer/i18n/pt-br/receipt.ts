/** The check of a customer’s receipt, and of a slip’s code. */
export const receiptWords = {
  receipt: {
    title: 'Conferir comprovante',
    detail: 'Digite o final do código (ID) do Pix, ou o valor e a hora que o comprovante mostra.',
    end: 'Final do código do Pix',
    endHint: 'Os últimos 4 caracteres ou mais.',
    minuteHint: 'Por exemplo 14:31.',
    badMinute: 'Hora inválida. Digite, por exemplo, 14:31.',
    badEnd: 'O final do código tem 4 letras ou números, ou mais.',
    checking: 'Conferindo com o banco…',
    found: 'É desta venda: {{amount}}, às {{time}}.',
    late: 'O pagamento de {{amount}} das {{time}} é de uma cobrança dada como encerrada e ainda não entregue. Resolva-a em pagos com atraso (F10).',
    used: 'O pagamento de {{amount}} foi usado na venda de {{name}}, finalizada às {{time}}.',
    refunded: 'O pagamento de {{amount}}, da venda de {{name}}, foi devolvido ou está sendo devolvido.',
    'not-found': 'Nem o Balcão nem a Rede conhecem este pagamento neste caixa. Não entregue.',
    'cannot-tell':
      'A Rede não respondeu tudo. Confira de novo em alguns segundos, ou no aplicativo do banco da loja.',
  },
  found: {
    late: 'O pagamento de {{amount}} das {{time}} ainda não foi resolvido. Resolva-o em pagos com atraso (F10).',
    unpaid: '{{amount}} não pago, encerrada às {{time}}. Cobre de novo.',
  },
} as const;
