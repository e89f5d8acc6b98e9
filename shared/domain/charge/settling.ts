import { err } from '../../kernel/result.ts';
import type { EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';
import { changed, givenUpStatus, moneyOf, withAttempt, type Outcome } from './change.ts';
import { attemptOf, held, liveAttempt, type Charge } from './charge.ts';
import type { ChargeEffect, ChargeEvent } from './event.ts';
import { afterClearWord } from './refund-seen.ts';

type Of<T extends ChargeEvent['type']> = Extract<ChargeEvent, { type: T }>;

/** Gives the charge up: its orders are cancelled until that is certain. */
export function onGivenUp(charge: Charge, event: Of<'given-up'>, now: EpochMs): Outcome {
  const givenUp = { ...charge, givenUp: event.cause };
  const end = givenUpStatus(givenUp, charge.attempts, now);
  const stop: ChargeEffect = { kind: 'stop', of: 'time-limit', attempt: 0 };
  if (charge.status === 'queued' || charge.status === 'creating') {
    const live = liveAttempt(charge);
    // A request that never left is dropped. One that left is waited for, until its outcome is known.
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

/** More time, once (rule 1). */
export function onExtended(charge: Charge, event: Of<'extended'>, now: EpochMs): Outcome {
  if (charge.status !== 'pending') return err('not-applicable');
  if (charge.extended) return err('already-extended');
  // After a clock was set back, the countdown is still bounded.
  const dueInMs = Math.min(Math.max(0, event.deadlineAt - now), 2 * charge.timeLimitMs);
  return changed(charge, { extended: true, deadlineAt: event.deadlineAt }, [{ kind: 'time-limit', dueInMs }]);
}

/** A printed QR is payable for as long as its slip says. A second print does not extend that. */
export function onPutOnPaper(charge: Charge, event: Of<'put-on-paper'>): Outcome {
  if (charge.status !== 'pending') return err('not-applicable');
  if (charge.timeLimitMs >= event.timeLimitMs) return err('nothing-new');
  const { timeLimitMs, deadlineAt } = event;
  return changed(charge, { timeLimitMs, deadlineAt }, [{ kind: 'time-limit', dueInMs: timeLimitMs }]);
}

/** Goods handed over; for a late payment, the money is attached to the sale. */
export function onFinalized(charge: Charge, now: EpochMs): Outcome {
  const paid = charge.status === 'approved' || charge.status === 'partially_refunded';
  if (!paid || charge.finalizedAt !== null) return err('not-applicable');
  return changed(charge, { finalizedAt: now });
}

/**
 * Settles a charge by a manager's word, where there is no evidence. The cancel, the search, the refund and the watch go
 * on, and what they learn is compared with that word.
 */
export function onForced(charge: Charge, event: Of<'forced'>, now: EpochMs): Outcome {
  const hangs = charge.status === 'cancelling' || charge.status === 'refund_pending' || isUnclear(charge);
  if (!hangs || charge.forced !== null || charge.finalizedAt !== null) return err('not-applicable');
  const { outcome, reason, by } = event;
  return changed(charge, { forced: { outcome, reason, by, at: now } });
}

/** True when an unknown part of the money was refunded. */
function isUnclear({ status, attempts }: Charge): boolean {
  return status === 'partially_refunded' && attempts.some((attempt) => attempt.status === 'unclear');
}

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

/** The bank refused the refund: the money stays with the shop, and the screens say so. */
export function onRefundRefused(charge: Charge, event: Of<'refund-refused'>): Outcome {
  return refundEnded(charge, event, 'refund-refused', 'paid');
}

/** The gateway's words cannot prove the refund. Nothing more is refunded from that order, and it is read until it is clear. */
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
