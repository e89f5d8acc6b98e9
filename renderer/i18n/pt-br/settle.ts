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
    finalizeAndQuit: 'Finalizar e sair',
    see: 'Ver a cobrança',
    cancelAndQuit: 'Cancelar e sair',
  },
  late: {
    title: 'Pagamento chegou depois do cancelamento',
    titleTwice: 'O cliente pagou duas vezes',
    at: '{{amount}} às {{time}}',
    detail: 'O dinheiro está com a loja. Se a mercadoria foi entregue, use nesta venda; senão, devolva.',
    more_one: 'E mais {{count}} pagamento atrasado.',
    more_other: 'E mais {{count}} pagamentos atrasados.',
    use: 'Usar nesta venda',
    later: 'Depois',
    strip_one: '{{count}} pagamento atrasado a resolver',
    strip_other: '{{count}} pagamentos atrasados a resolver',
    resolve: 'Resolver',
  },
} as const;
