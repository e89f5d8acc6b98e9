import { formatDateTime } from '../business-day/format-time.ts';
import { cancelBody, lateBody, qrSlipBody, receiptBody, refundBody } from './charge-documents.ts';
import { closingBody } from './closing-document.ts';
import { originalOf, type OriginalRequest, type TicketContext, type TicketRequest } from './context.ts';
import { mark, middle, ruleOf } from './items.ts';
import { testBody } from './test-document.ts';
import type { Columns, Ticket, TicketItem } from './ticket.ts';

/** The mark of training. Each line fits the narrowest paper. */
const TRAINING = ['TREINAMENTO', 'NENHUM DINHEIRO É MOVIDO'] as const;

/**
 * Returns the ticket of a document, laid out for paper of `columns` characters, in Portuguese. Throws a RangeError if the charge
 * cannot have it: a QR slip without a QR, a receipt without a payment.
 */
export function buildTicket(request: TicketRequest, context: TicketContext, columns: Columns): Ticket {
  const body = bodyOf(originalOf(request), context, columns);
  const training = context.training ? TRAINING.flatMap((text) => mark(text, columns)) : [];
  const second = request.document === 'copy' ? mark('2ª VIA', columns) : [];
  const items: TicketItem[] = [
    ...middle(context.shopName, columns, { bold: true }),
    ...training,
    ...second,
    ruleOf(columns),
    ...body,
    ruleOf(columns),
    ...training,
    ...second,
    ...middle(`Impresso em ${formatDateTime(context.printedAt, context.zone)}`, columns),
    ...middle('Não é documento fiscal', columns),
    { kind: 'feed', lines: 3 },
    { kind: 'cut' },
  ];
  return { columns, items };
}

function bodyOf(request: OriginalRequest, context: TicketContext, columns: Columns): TicketItem[] {
  switch (request.document) {
    case 'qr-slip':
      return qrSlipBody(request.charge, context, columns);
    case 'receipt':
      return receiptBody(request.charge, context, columns);
    case 'cancel':
      return cancelBody(request.charge, context, columns);
    case 'late':
      return lateBody(request.charge, context, columns);
    case 'refund':
      return refundBody(request.charge, request.refund, context, columns);
    case 'closing':
      return closingBody(request.shift, context, columns);
    case 'test':
      return testBody(request.profileName, request.can, columns);
  }
}
