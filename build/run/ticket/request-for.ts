import type { TicketCharge, TicketRequest } from '../../../shared/domain/ticket/context.ts';

/** Returns the sample's document for another charge. A refund slip has the whole refunded amount. */
export function requestFor(sample: TicketRequest, charge: TicketCharge): TicketRequest {
  switch (sample.document) {
    case 'copy':
      return { document: 'copy', of: { document: 'receipt', charge } };
    case 'refund':
      return { ...sample, charge, refund: { ...sample.refund, amount: charge.refundedAmount } };
    case 'closing':
    case 'test':
      return sample;
    default:
      return { ...sample, charge };
  }
}
