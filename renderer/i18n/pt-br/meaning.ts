import type { KnownText } from '../../../shared/domain/gateway/known-texts.ts';

/** What the known texts of the gateway and of the network mean. They stand inside a sentence. */
const meaning = {
  'order-not-found': 'o pedido não foi encontrado',
  'order-not-created': 'o pedido não foi criado',
  'already-cancelled': 'o pedido já estava cancelado',
  'already-expired': 'o pedido já estava expirado',
  'already-refunded': 'o pedido já estava devolvido',
  'already-ended': 'o pedido já estava encerrado',
  'sum-differs': 'o total não confere com os itens',
  'below-minimum': 'o valor é menor que o mínimo da carteira',
  'refund-not-accepted': 'a devolução não foi aceita',
  'was-refunded': 'o valor foi devolvido',
  'keys-refused': 'as chaves não foram aceitas',
  'no-permission': 'este caixa não tem permissão',
  'not-understood': 'o pedido não foi entendido',
  'still-paid': 'o pedido continua pago',
  'is-pending': 'o pedido está pendente',
  'is-cancelled': 'o pedido está cancelado',
  'is-expired': 'o pedido está expirado',
  'is-refunding': 'a devolução está a caminho',
  'is-refunded': 'o pedido está devolvido',
  'is-partly-refunded': 'o pedido está devolvido em parte',
  'too-slow': 'a resposta não chegou a tempo',
  'not-reached': 'a Rede não foi encontrada',
  'connection-lost': 'a conexão caiu antes da resposta',
  'bad-certificate': 'o certificado de segurança não foi aceito',
  'unreadable-answer': 'a resposta não pôde ser lida',
  'not-needed': 'não foi preciso enviar',
  'qr-damaged': 'o QR veio danificado',
  'qr-not-pix': 'o QR não é de um Pix em reais',
  'qr-other-amount': 'o QR veio com outro valor',
} as const satisfies Record<KnownText, string>;

export const meaningWords = { meaning } as const;
