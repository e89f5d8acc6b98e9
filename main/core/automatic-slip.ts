import type { Charge } from '../../shared/domain/charge/charge.ts';
import { centavos } from '../../shared/domain/money/centavos.ts';
import type { TicketCharge, TicketRequest } from '../../shared/domain/ticket/context.ts';
import type { EpochMs } from '../../shared/kernel/time.ts';

/** What comes out unasked of a change to a charge: the receipt of a payment in time, and a slip for money that went back. */
export function automaticSlip(
  before: Charge | null,
  charge: Charge,
  about: (charge: Charge) => TicketCharge,
  now: EpochMs,
): TicketRequest | null {
  const returned = charge.refundedAmount - (before?.refundedAmount ?? 0);
  if (returned > 0) {
    const refund = { amount: centavos(returned), at: now };
    return { document: 'refund', charge: about(charge), refund };
  }
  return isPaidNow(before, charge) ? { document: 'receipt', charge: about(charge) } : null;
}

/** A payment in time, of which nothing is odd. */
export function isPaidNow(before: Charge | null, charge: Charge): boolean {
  return before?.status === 'pending' && charge.status === 'approved' && charge.problem === null;
}
