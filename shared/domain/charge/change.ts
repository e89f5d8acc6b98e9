import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';
import type { Attempt, AttemptStatus, Charge, ChargeStatus, GiveUpCause, Problem } from './charge.ts';
import type { ChargeEffect, ChargeEvent, Rejection } from './event.ts';

/** A charge after an event, and the outside work that the event asks for. */
export interface Change {
  readonly charge: Charge;
  readonly effects: readonly ChargeEffect[];
}

/** The result of an event: the change, or why the event does not apply. */
export type Outcome = Result<Change, Rejection>;

/** Returns an accepted change: the next version of `charge` with the fields of `patch`. */
export function changed(
  charge: Charge,
  patch: Partial<Charge>,
  effects: readonly ChargeEffect[] = [],
): Outcome {
  return ok({ charge: { ...charge, ...patch, version: charge.version + 1 }, effects });
}

/** Returns the attempts of a charge with one of them changed. */
export function withAttempt(charge: Charge, no: number, patch: Partial<Attempt>): readonly Attempt[] {
  return charge.attempts.map((attempt) => (attempt.no === no ? { ...attempt, ...patch } : attempt));
}

const RESOLVED: readonly AttemptStatus[] = ['unsent', 'closed', 'paid', 'returning', 'unclear'];

/** True if each order is known to be paid or is certainly not payable. */
function allResolved(attempts: readonly Attempt[]): boolean {
  return attempts.every((attempt) => RESOLVED.includes(attempt.status));
}

/**
 * Returns the state of a given-up charge with these attempts: `cancelling` until no order of it can be paid, then
 * `cancelled`, `expired` if the countdown gave it up, or `failed` if the gateway refused it.
 */
export function givenUpStatus(
  charge: Charge,
  attempts: readonly Attempt[],
  now: EpochMs,
): Pick<Charge, 'status' | 'closedAt'> {
  if (!allResolved(attempts)) return { status: 'cancelling', closedAt: null };
  return { status: endOf(charge.givenUp), closedAt: now };
}

/**
 * Returns the state of a charge whose newest order the gateway refused or ended. While an earlier order may be payable, the
 * charge is given up with that cause; otherwise it has ended.
 */
export function endedByGateway(
  charge: Charge,
  attempts: readonly Attempt[],
  cause: GiveUpCause,
  now: EpochMs,
): Pick<Charge, 'status' | 'closedAt' | 'givenUp'> {
  const end = givenUpStatus({ ...charge, givenUp: cause }, attempts, now);
  return { ...end, givenUp: end.status === 'cancelling' ? cause : null };
}

function endOf(cause: Charge['givenUp']): 'cancelled' | 'expired' | 'failed' {
  if (cause === 'time-limit') return 'expired';
  return cause === 'refused' ? 'failed' : 'cancelled';
}

/** Returns the sums of a charge from its orders, in centavos, and its state. At least one order must be paid. */
export function moneyOf(
  attempts: readonly Attempt[],
  pendingRefund: Charge['pendingRefund'],
): Pick<Charge, 'status' | 'attempts' | 'paidAmount' | 'refundedAmount' | 'pendingRefund'> {
  const known = attempts.filter(({ paidAmount }) => paidAmount !== null);
  const paid = known.reduce((sum, attempt) => sum + (attempt.paidAmount ?? 0), 0);
  const refunded = known.reduce((sum, attempt) => sum + attempt.refundedAmount, 0);
  const some = (status: AttemptStatus): boolean => attempts.some((attempt) => attempt.status === status);
  const statusOf = (): ChargeStatus => {
    if (pendingRefund !== null || some('returning')) return 'refund_pending';
    if (some('unclear')) return 'partially_refunded';
    if (refunded === 0) return 'approved';
    return refunded >= paid ? 'refunded' : 'partially_refunded';
  };
  return {
    status: statusOf(),
    attempts,
    paidAmount: known.length === 0 ? null : (paid as Centavos),
    refundedAmount: refunded as Centavos,
    pendingRefund,
  };
}

/** Returns the effects that cancel the other open orders of a paid charge, so that it is not paid twice. */
export function cancelOthers(attempts: readonly Attempt[], except: number): readonly ChargeEffect[] {
  return attempts
    .filter(({ no, status }) => no !== except && status === 'open')
    .flatMap(({ no }): ChargeEffect[] => [
      { kind: 'stop', of: 'look-up', attempt: no },
      { kind: 'cancel', attempt: no },
    ]);
}

/**
 * Returns the problem of a payment with another amount than the charge's, or with an unknown one. Null if the amount is right.
 * The detail has the amount in centavos, or the unreadable amount as it came.
 */
export function otherAmount(
  charge: Charge,
  { paidAmount, unreadPaidAmount = '' }: Extract<ChargeEvent, { type: 'seen' }>,
): Problem | null {
  if (paidAmount === charge.amount) return null;
  return { code: 'paid-other-amount', detail: paidAmount === null ? unreadPaidAmount : String(paidAmount) };
}
