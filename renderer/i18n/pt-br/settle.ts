/** An open charge that is in the way, and money that came late. */
export const settleWords = {
  settle: {
    title: 'Há uma cobrança aberta',
    found: 'Ela ficou aberta quando o Balcão fechou.',
    'next-sale': 'Resolva antes da próxima venda.',
    quit: 'Resolva antes de sair.',
    minutes_one: 'há {{count}} minuto',
    minutes_other: 'há {{count}} minutos',
    now: 'agora há pouco',
    pending: 'aguardando pagamento',
    finalizeAndQuit: 'Finalizar e sair',
    see: 'Ver a cobrança',
    cancelAndQuit: 'Cancelar e sair',
  },
  late: {
    title: 'Pago com atraso, depois do cancelamento',
    titleTwice: 'O cliente pagou duas vezes',
    at: '{{amount}} às {{time}}',
    detail: 'O dinheiro está com a loja. Se a mercadoria foi entregue, aceite o pagamento; senão, devolva.',
    more_one: 'E mais {{count}} pago com atraso.',
    more_other: 'E mais {{count}} pagos com atraso.',
    use: 'Aceitar o pagamento',
    later: 'Depois',
    strip_one: '{{count}} pago com atraso, a resolver',
    strip_other: '{{count}} pagos com atraso, a resolver',
    resolve: 'Resolver',
  },
} as const;
