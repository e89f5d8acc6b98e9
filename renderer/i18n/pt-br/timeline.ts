/** Events of a charge, by their type in the ledger. */
export const event = {
  created: 'Cobrança feita',
  'attempt-started': 'Nova tentativa',
  queued: 'Sem conexão: nada foi enviado',
  'attempt-lost': 'O gateway não deu resposta válida',
  opened: 'QR mostrado ao cliente',
  refused: 'O gateway recusou',
  'orphan-found': 'Pedido perdido encontrado no gateway',
  'orphan-unlisted': 'Pedido perdido não está na lista do gateway; a busca continua',
  'orphan-absent': 'Nenhum pedido perdido pode mais ser pago',
  'seen-pending': 'O gateway disse: pendente',
  'seen-approved': 'O gateway confirmou o pagamento',
  'seen-cancelled': 'O gateway confirmou o cancelamento',
  'seen-expired': 'O gateway disse: expirado',
  'seen-refund_pending': 'O gateway está devolvendo',
  'seen-refunded': 'O gateway confirmou a devolução',
  'seen-partial_refunded': 'O gateway confirmou devolução de parte',
  'seen-unknown': 'O gateway disse algo desconhecido',
  'given-up': 'Cobrança cancelada',
  extended: 'Mais tempo dado',
  'put-on-paper': 'QR impresso',
  finalized: 'Finalizada: mercadoria entregue',
  forced: 'Resolvida sem prova',
  'refund-requested': 'Devolução pedida',
  'refund-done': 'Devolução confirmada',
  'refund-refused': 'O banco recusou a devolução',
  'refund-unclear': 'Não se sabe se a devolução foi feita',
} as const;

/** How a request came that was not made at a window. It follows the name of the person or of the program. */
const via = {
  api: 'pela API',
  hub: 'pela central',
  files: 'por arquivo',
  'command-line': 'pela linha de comando',
} as const;

/** The timeline of a charge. The diary uses `via` too. */
export const timelineWords = {
  event,
  via,
} as const;
