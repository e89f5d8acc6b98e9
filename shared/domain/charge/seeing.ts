import { assertNever } from '../../kernel/assert-never.ts';
import { err } from '../../kernel/result.ts';
import type { EpochMs } from '../../kernel/time.ts';
import { cancelOthers, changed, givenUpStatus, moneyOf, withAttempt } from './change.ts';
import type { Outcome } from './change.ts';
import type { Attempt, Charge, Problem } from './charge.ts';
import { attemptOf, liveAttempt } from './charge.ts';
import type { ChargeEffect, ChargeEvent } from './event.ts';
import { onReturned } from './returning.ts';

type Seen = Extract<ChargeEvent, { type: 'seen' }>;

/**
 * Applies what the gateway says of one order of a charge. An answer asked for before a newer transition is ignored (the
 * caller asks again). One that teaches nothing is refused, so that the ledger does not grow with each poll.
 */
export function onSeen(charge: Charge, event: Seen, now: EpochMs): Outcome {
  const attempt = attemptOf(charge, event.attempt);
  if (attempt === null || attempt.orderId === null) return err('not-applicable');
  if (event.askedAt < charge.version) return err('stale');
  switch (event.word) {
    case 'pending':
      return seenPending(charge, attempt);
    case 'approved':
      return seenApproved(charge, attempt, event, now);
    case 'cancelled':
    case 'expired':
      return seenClosed(charge, attempt, event.word, now);
    case 'refund_pending':
    case 'refunded':
    case 'partial_refunded':
      return onReturned(charge, attempt, { ...event, word: event.word }, now);
    case 'unknown':
      return seenUnknown(charge, event);
    default:
      return assertNever(event.word);
  }
}

function seenPending(charge: Charge, attempt: Attempt): Outcome {
  if (attempt.status === 'closed') {
    // An order that was closed is payable again: it is cancelled once more, whatever the charge has become.
    const attempts = withAttempt(charge, attempt.no, { status: 'open' });
    return changed(charge, { attempts }, [{ kind: 'cancel', attempt: attempt.no }]);
  }
  if (charge.status === 'pending' && charge.problem?.code === 'unknown-word')
    return changed(charge, { problem: null });
  return err('nothing-new');
}

function seenApproved(charge: Charge, attempt: Attempt, event: Seen, now: EpochMs): Outcome {
  if (attempt.status === 'returning') return refundFailed(charge, attempt, event);
  if (attempt.status === 'paid' || attempt.status === 'unclear') return learnAmount(charge, attempt, event);
  const attempts = withAttempt(charge, attempt.no, { status: 'paid', paidAmount: event.paidAmount });
  const money = moneyOf(attempts, charge.pendingRefund);
  const effects: readonly ChargeEffect[] = [
    { kind: 'stop', of: 'look-up', attempt: attempt.no },
    { kind: 'stop', of: 'watch', attempt: attempt.no },
    { kind: 'stop', of: 'cancel', attempt: attempt.no },
    { kind: 'stop', of: 'time-limit', attempt: 0 },
    ...cancelOthers(attempts, attempt.no),
    // Paid, and the amount is missing or cannot be read: it is asked about until the amount is known. Given up: a
    // cancel that is still on its way would turn the payment into a refund.
    ...(event.paidAmount === null || charge.givenUp !== null
      ? [{ kind: 'watch', attempt: attempt.no } as const]
      : []),
  ];
  if (charge.approvedAt !== null) {
    const problem: Problem = { code: 'paid-twice', detail: event.rawWord };
    return changed(charge, { ...money, problem, late: true, finalizedAt: null }, effects);
  }
  const expected = charge.status === 'pending' && liveAttempt(charge)?.no === attempt.no;
  const { endToEndId } = event;
  const problem = otherAmount(charge, event);
  return changed(charge, { ...money, approvedAt: now, endToEndId, late: !expected, problem }, effects);
}

/** Adds the amount of a payment that was seen before without it. */
function learnAmount(charge: Charge, attempt: Attempt, event: Seen): Outcome {
  if (attempt.paidAmount !== null || event.paidAmount === null) return err('nothing-new');
  const attempts = withAttempt(charge, attempt.no, { paidAmount: event.paidAmount });
  const money = moneyOf(attempts, charge.pendingRefund);
  const doubted = charge.problem?.code === 'paid-other-amount';
  const problem = doubted ? otherAmount(charge, event) : charge.problem;
  return changed(charge, { ...money, endToEndId: charge.endToEndId ?? event.endToEndId, problem });
}

/** The problem of a payment whose amount is not the charge's, or is not known. What came unreadable is kept for support. */
function otherAmount(charge: Charge, { paidAmount, unreadPaidAmount = '' }: Seen): Problem | null {
  if (paidAmount === charge.amount) return null;
  return { code: 'paid-other-amount', detail: paidAmount === null ? unreadPaidAmount : String(paidAmount) };
}

/** A refund that the gateway had begun by itself did not happen: the money is with the shop after all. */
function refundFailed(charge: Charge, attempt: Attempt, event: Seen): Outcome {
  const paidAmount = attempt.paidAmount ?? event.paidAmount;
  const attempts = withAttempt(charge, attempt.no, { status: 'paid', paidAmount });
  const unknown = paidAmount === null && charge.problem === null;
  return changed(charge, {
    ...moneyOf(attempts, charge.pendingRefund),
    late: charge.late || charge.finalizedAt === null,
    ...(unknown ? { problem: otherAmount(charge, event) } : {}),
  });
}

function seenClosed(charge: Charge, attempt: Attempt, word: 'cancelled' | 'expired', now: EpochMs): Outcome {
  if (attempt.status !== 'open') return err('nothing-new');
  const attempts = withAttempt(charge, attempt.no, { status: 'closed' });
  const watch: readonly ChargeEffect[] = [
    { kind: 'stop', of: 'look-up', attempt: attempt.no },
    { kind: 'stop', of: 'cancel', attempt: attempt.no },
    { kind: 'watch', attempt: attempt.no },
  ];
  if (charge.status === 'cancelling')
    return changed(charge, { attempts, ...givenUpStatus(charge, attempts, now) }, watch);
  if (charge.status === 'pending' && liveAttempt(charge)?.no === attempt.no) {
    const stop = { kind: 'stop', of: 'time-limit', attempt: 0 } as const;
    return changed(charge, { attempts, status: word, closedAt: now, problem: null }, [...watch, stop]);
  }
  return changed(charge, { attempts }, watch);
}

function seenUnknown(charge: Charge, event: Seen): Outcome {
  if (charge.status !== 'pending' || charge.problem?.code === 'unknown-word') return err('nothing-new');
  return changed(charge, { problem: { code: 'unknown-word', detail: event.rawWord.slice(0, 60) } });
}
