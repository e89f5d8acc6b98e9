import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import type { OriginalRequest, TicketCharge } from '../../../../shared/domain/ticket/context.ts';
import type { EpochMs } from '../../../../shared/kernel/time.ts';

/**
 * Returns the automatic slip of a change of a charge: a receipt for a payment in time, a refund slip for each refund. Null if
 * the change prints nothing.
 *
 * @param before the charge before the change, or null if the change created it.
 */
export function automaticSlip(
  before: Charge | null,
  charge: Charge,
  ticketCharge: (charge: Charge) => TicketCharge,
  now: EpochMs,
): OriginalRequest | null {
  const refunded = charge.refundedAmount - (before?.refundedAmount ?? 0);
  if (refunded > 0) {
    const refund = { amount: centavos(refunded), at: now };
    return { document: 'refund', charge: ticketCharge(charge), refund };
  }
  return isPaidNow(before, charge) ? { document: 'receipt', charge: ticketCharge(charge) } : null;
}

/** True for a payment in time without a problem. */
export function isPaidNow(before: Charge | null, charge: Charge): boolean {
  return before?.status === 'pending' && charge.status === 'approved' && charge.problem === null;
}
