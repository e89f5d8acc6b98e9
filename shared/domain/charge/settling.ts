import { err } from '../../kernel/result.ts';
import type { EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';
import { changed, givenUpStatus, moneyOf, withAttempt, type Outcome } from './change.ts';
import { attemptOf, held, liveAttempt, type Charge } from './charge.ts';
import type { ChargeEffect, ChargeEvent } from './event.ts';
import { afterClearWord } from './refund-seen.ts';

type Of<T extends ChargeEvent['type']> = Extract<ChargeEvent, { type: T }>;

/** Applies that the charge is given up. Its orders are cancelled until the gateway confirms. */
export function onGivenUp(charge: Charge, event: Of<'given-up'>, now: EpochMs): Outcome {
  const givenUp = { ...charge, givenUp: event.cause };
  const end = givenUpStatus(givenUp, charge.attempts, now);
  const stop: ChargeEffect = { kind: 'stop', of: 'time-limit', attempt: 0 };
  if (charge.status === 'queued' || charge.status === 'creating') {
    const live = liveAttempt(charge);
    // An unsent request is dropped. The outcome of a sent request is waited for.
    const waiting: ChargeEffect[] =
      live?.status === 'unsent' ? [{ kind: 'stop', of: 'create', attempt: live.no }] : [];
    return changed(givenUp, end, [stop, ...waiting]);
  }
  if (charge.status !== 'pending') return err('not-applicable');
  const effects = charge.attempts
    .filter((attempt) => attempt.status === 'open')
    .flatMap(({ no }): ChargeEffect[] => [
      { kind: 'stop', of: 'look-up', attempt: no },
      { kind: 'cancel', attempt: no },
    ]);
  return changed(givenUp, { ...end, problem: null }, [...effects, stop]);
}

/** Applies an extension of the time limit, once per charge (rule 1). */
export function onExtended(charge: Charge, event: Of<'extended'>, now: EpochMs): Outcome {
  if (charge.status !== 'pending') return err('not-applicable');
  if (charge.extended) return err('already-extended');
  // If the clock was set back, the countdown is still at most two time limits.
  const dueInMs = Math.min(Math.max(0, event.deadlineAt - now), 2 * charge.timeLimitMs);
  return changed(charge, { extended: true, deadlineAt: event.deadlineAt }, [{ kind: 'time-limit', dueInMs }]);
}

/** Applies that the QR was printed: the charge is payable for the time on the slip. A second print does not extend it. */
export function onPutOnPaper(charge: Charge, event: Of<'put-on-paper'>): Outcome {
  if (charge.status !== 'pending') return err('not-applicable');
  if (charge.timeLimitMs >= event.timeLimitMs) return err('nothing-new');
  const { timeLimitMs, deadlineAt } = event;
  return changed(charge, { timeLimitMs, deadlineAt }, [{ kind: 'time-limit', dueInMs: timeLimitMs }]);
}

/** Applies that a paid charge is finalized. A late payment then belongs to the sale. */
export function onFinalized(charge: Charge, now: EpochMs): Outcome {
  const paid = charge.status === 'approved' || charge.status === 'partially_refunded';
  if (!paid || charge.finalizedAt !== null) return err('not-applicable');
  return changed(charge, { finalizedAt: now });
}

/**
 * Applies a manager's settlement without proof. The cancel, the search, the refund and the watch continue, and their results are
 * compared with the manager's decision.
 */
export function onForced(charge: Charge, event: Of<'forced'>, now: EpochMs): Outcome {
  const lacksProof =
    charge.status === 'cancelling' || charge.status === 'refund_pending' || isUnclear(charge);
  if (!lacksProof || charge.forced !== null || charge.finalizedAt !== null) return err('not-applicable');
  const { outcome, reason, by } = event;
  return changed(charge, { forced: { outcome, reason, by, at: now } });
}

/** True when an unknown part of the money was refunded. */
function isUnclear({ status, attempts }: Charge): boolean {
  return status === 'partially_refunded' && attempts.some((attempt) => attempt.status === 'unclear');
}

/**
 * Applies the request for a refund of `amount` centavos. Takes it from one order. Refuses with `exceeds-refundable` if no order
 * holds this amount.
 */
export function onRefundRequested(charge: Charge, event: Of<'refund-requested'>, now: EpochMs): Outcome {
  const paid = charge.status === 'approved' || charge.status === 'partially_refunded';
  if (!paid || charge.pendingRefund !== null) return err('not-applicable');
  // The gateway refunds from one order at a time, and at most what that order still holds.
  const attempt = charge.attempts.findLast((each) => event.amount > 0 && held(each) >= event.amount);
  if (attempt === undefined) return err('exceeds-refundable');
  const { refundId, amount } = event;
  const pendingRefund = { refundId, attempt: attempt.no, amount, requestedAt: now };
  const problem = charge.problem?.code === 'refund-unclear' ? charge.problem : null;
  return changed(charge, { status: 'refund_pending', pendingRefund, problem }, [
    { kind: 'refund', attempt: attempt.no },
  ]);
}

/** Applies that the requested refund is done. */
export function onRefundDone(charge: Charge, event: Of<'refund-done'>): Outcome {
  const refund = charge.pendingRefund;
  if (refund?.refundId !== event.refundId) return err('not-applicable');
  const before = attemptOf(charge, refund.attempt)?.refundedAmount ?? 0;
  const refundedAmount = (before + refund.amount) as Centavos;
  return changed(charge, {
    ...moneyOf(withAttempt(charge, refund.attempt, { refundedAmount }), null),
    problem: afterClearWord(charge),
  });
}

/** Applies that the bank refused the refund. The shop keeps the money, and the charge gets a problem. */
export function onRefundRefused(charge: Charge, event: Of<'refund-refused'>): Outcome {
  return refundEnded(charge, event, 'refund-refused', 'paid');
}

/** Applies that the gateway's words do not prove the refund. Nothing more is refunded from this order, and it is read until the fact is known. */
export function onRefundUnclear(charge: Charge, event: Of<'refund-unclear'>): Outcome {
  return refundEnded(charge, event, 'refund-unclear', 'unclear');
}

function refundEnded(
  charge: Charge,
  event: Of<'refund-refused' | 'refund-unclear'>,
  code: 'refund-refused' | 'refund-unclear',
  status: 'paid' | 'unclear',
): Outcome {
  const refund = charge.pendingRefund;
  if (refund?.refundId !== event.refundId) return err('not-applicable');
  const watch: readonly ChargeEffect[] =
    status === 'unclear' ? [{ kind: 'watch', attempt: refund.attempt }] : [];
  return changed(
    charge,
    {
      ...moneyOf(withAttempt(charge, refund.attempt, { status }), null),
      problem: { code, detail: event.message },
      // A sale that is not finalized needs a person again, and the counter can belong to the next customer by now.
      late: charge.late || charge.finalizedAt === null,
    },
    watch,
  );
}
