import type { Attempt, Charge } from './charge.ts';
import { isSettled } from './settled.ts';
import { verdictOf } from './verdict.ts';

/**
 * True while an order of the charge is not certainly at its end, or a refund of it is under way. Only this till with its present
 * credentials can handle it. A finalized sale can have such a refund.
 */
export function owesGateway(charge: Charge): boolean {
  return (
    !isSettled({ ...charge, forced: null }) ||
    charge.status === 'refund_pending' ||
    charge.attempts.some(({ status }) => status === 'sent' || status === 'lost' || status === 'open')
  );
}

/** True while the charge holds the shift: it waits for evidence, or for a settlement without proof. */
export function holdsShift(charge: Charge): boolean {
  const waits = !isSettled({ ...charge, forced: null }) || charge.attempts.some(isUncertain);
  return waits && verdictOf(charge) !== 'unverified' && !isForcedPaid(charge);
}

/**
 * True while the order of an attempt may be payable and the closing must wait for it. A lost attempt, whose QR was never shown,
 * counts only until the first complete search: later searches continue after the closing.
 */
function isUncertain({ status, soughtAt }: Attempt): boolean {
  return status === 'sent' || status === 'open' || (status === 'lost' && soughtAt === null);
}

/** True for a charge that was settled without proof as paid and whose money came. The goods were handed over. */
function isForcedPaid(charge: Charge): boolean {
  return charge.status === 'approved' && verdictOf(charge) === 'confirmed';
}
