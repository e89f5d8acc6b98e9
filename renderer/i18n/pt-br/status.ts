const panel = {
  pending: 'Pendente',
  approved: 'Aprovado',
  'partially-refunded': 'Estorno parcial',
  refunded: 'Estorno',
  expired: 'Expirado',
  cancelled: 'Cancelado',
  failed: 'Falha',
} as const;

/** The words for the state of a charge: its status, the panel's word, and the word of a closing. */
export const statusWords = {
  answer: {
    paid: 'Pago, entregue',
    'not-paid': 'Não pago, não entregue',
    doubt: 'Dúvida, aguarde',
  },
  status: {
    queued: 'na espera',
    creating: 'gerando QR',
    pending: 'aguarda',
    cancelling: 'cancelando',
    approved: 'pago',
    cancelled: 'cancelada',
    expired: 'expirada',
    failed: 'recusada',
    refund_pending: 'devolvendo',
    partially_refunded: 'dev. parcial',
    refunded: 'devolvida',
  },
  panel,
  mark: {
    unproven: 'sem prova',
    late: 'fora do prazo',
    unsettled: 'não resolvida',
  },
  attempt: {
    sent: 'enviado',
    lost: 'sem resposta válida',
    unsent: 'não enviado',
    open: 'aberto',
    paid: 'pago',
    returning: 'em devolução',
    unclear: 'em dúvida',
    closed: 'encerrado',
  },
  /** The panel's words by the panel's own names. */
  word: {
    pendente: panel.pending,
    aprovado: panel.approved,
    expirado: panel.expired,
    estorno: panel.refunded,
    'estorno-parcial': panel['partially-refunded'],
    cancelado: panel.cancelled,
    falha: panel.failed,
  },
} as const;
