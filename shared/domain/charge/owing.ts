import type { Attempt, Charge } from './charge.ts';
import { isSettled } from './settled.ts';
import { verdictOf } from './verdict.ts';

/**
 * True while an order of the charge is not certainly at its end, or a refund of it is under way: only this till, with these
 * keys, can see to it. A sale that is finalized can have such a refund.
 */
export function owesGateway(charge: Charge): boolean {
  return (
    !isSettled({ ...charge, forced: null }) ||
    charge.status === 'refund_pending' ||
    charge.attempts.some(({ status }) => status === 'sent' || status === 'lost' || status === 'open')
  );
}

/** True while closing the shift waits for the charge: for evidence, or for a manager who signs without it. */
export function holdsShift(charge: Charge): boolean {
  const waits = !isSettled({ ...charge, forced: null }) || charge.attempts.some(isUncertain);
  return waits && verdictOf(charge) !== 'unverified' && !isForcedPaid(charge);
}

/**
 * True while the order of an attempt may matter to the counter. The QR of a lost one was never shown: once a complete
 * search has not found it, the search goes on after the closing.
 */
function isUncertain({ status, soughtAt }: Attempt): boolean {
  return status === 'sent' || status === 'open' || (status === 'lost' && soughtAt === null);
}

/** Settled without proof as paid, and the money came: the goods were handed over, nothing is owed any more. */
function isForcedPaid(charge: Charge): boolean {
  return charge.status === 'approved' && verdictOf(charge) === 'confirmed';
}
