/** Events of a charge, by their type in the ledger. */
export const event = {
  created: 'Cobrança criada',
  'attempt-started': 'Nova tentativa',
  queued: 'Sem conexão: nada foi enviado',
  'attempt-lost': 'A Conexão Rede não deu resposta válida',
  opened: 'QR mostrado ao cliente',
  refused: 'A Conexão Rede recusou',
  'orphan-found': 'Pedido perdido encontrado na Conexão Rede',
  'orphan-unlisted': 'Pedido perdido não está na lista da Conexão Rede; a busca continua',
  'orphan-absent': 'Nenhum pedido perdido pode mais ser pago',
  'seen-pending': 'A Conexão Rede disse: pendente',
  'seen-approved': 'A Conexão Rede confirmou o pagamento',
  'seen-cancelled': 'A Conexão Rede confirmou o cancelamento',
  'seen-expired': 'A Conexão Rede disse: expirado',
  'seen-refund_pending': 'A Conexão Rede está devolvendo',
  'seen-refunded': 'A Conexão Rede confirmou a devolução',
  'seen-partial_refunded': 'A Conexão Rede confirmou devolução de parte',
  'seen-unknown': 'A Conexão Rede disse algo desconhecido',
  'given-up': 'Cobrança cancelada',
  extended: 'Mais tempo dado',
  'put-on-paper': 'QR impresso',
  finalized: 'Finalizada: mercadoria entregue',
  forced: 'Encerrada sem confirmação',
  'refund-requested': 'Devolução pedida',
  'refund-done': 'Devolução confirmada',
  'refund-refused': 'A Conexão Rede recusou a devolução',
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
