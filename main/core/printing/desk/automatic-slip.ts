import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import type { OriginalRequest, TicketCharge } from '../../../../shared/domain/ticket/context.ts';
import type { EpochMs } from '../../../../shared/kernel/time.ts';

/** The slip that a change to a charge prints by itself: a receipt for a payment in time, a slip for each refund. */
export function automaticSlip(
  before: Charge | null,
  charge: Charge,
  about: (charge: Charge) => TicketCharge,
  now: EpochMs,
): OriginalRequest | null {
  const refunded = charge.refundedAmount - (before?.refundedAmount ?? 0);
  if (refunded > 0) {
    const refund = { amount: centavos(refunded), at: now };
    return { document: 'refund', charge: about(charge), refund };
  }
  return isPaidNow(before, charge) ? { document: 'receipt', charge: about(charge) } : null;
}

/** True for a payment in time without a problem. */
export function isPaidNow(before: Charge | null, charge: Charge): boolean {
  return before?.status === 'pending' && charge.status === 'approved' && charge.problem === null;
}
