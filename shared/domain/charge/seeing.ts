import { assertNever } from '../../kernel/assert-never.ts';
import { err } from '../../kernel/result.ts';
import type { EpochMs } from '../../kernel/time.ts';
import {
  cancelOthers,
  changed,
  endedByGateway,
  givenUpStatus,
  moneyOf,
  otherAmount,
  withAttempt,
} from './change.ts';
import type { Outcome } from './change.ts';
import type { Attempt, Charge, Problem } from './charge.ts';
import { attemptOf, liveAttempt } from './charge.ts';
import type { ChargeEffect, ChargeEvent } from './event.ts';
import { clearUnknownWord, onRefundDenied, onRefundSeen } from './refund-seen.ts';
import { isRefundOpen, deniesRefund, wordingOf } from './unclear.ts';

type Seen = Extract<ChargeEvent, { type: 'seen' }>;

/**
 * Applies the gateway's answer about one order of a charge. Refuses with `stale` an answer that was requested before a newer
 * transition: the caller asks again. Refuses with `nothing-new` an answer without news, so that the ledger does not grow with
 * each read.
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
      return onRefundSeen(charge, attempt, { ...event, word: event.word }, now);
    case 'unknown':
      return seenUnknown(charge, attempt, event);
    default:
      return assertNever(event.word);
  }
}

function seenPending(charge: Charge, attempt: Attempt): Outcome {
  if (attempt.status === 'closed') {
    // A closed order that is payable again is cancelled once more, in every state of the charge.
    const attempts = withAttempt(charge, attempt.no, { status: 'open' });
    return changed(charge, { attempts }, [{ kind: 'cancel', attempt: attempt.no }]);
  }
  return charge.status === 'pending' ? clearUnknownWord(charge) : err('nothing-new');
}

function seenApproved(charge: Charge, attempt: Attempt, event: Seen, now: EpochMs): Outcome {
  if (isRefundOpen(charge, attempt) || deniesRefund(attempt, event.word))
    return onRefundDenied(charge, attempt, event);
  if (attempt.status === 'paid') return learnAmount(charge, attempt, event);
  const attempts = withAttempt(charge, attempt.no, { status: 'paid', paidAmount: event.paidAmount });
  const money = moneyOf(attempts, charge.pendingRefund);
  const effects: readonly ChargeEffect[] = [
    { kind: 'stop', of: 'look-up', attempt: attempt.no },
    { kind: 'stop', of: 'watch', attempt: attempt.no },
    { kind: 'stop', of: 'cancel', attempt: attempt.no },
    { kind: 'stop', of: 'time-limit', attempt: 0 },
    ...cancelOthers(attempts, attempt.no),
    // Without an amount, the order is read until the amount is known. After a give-up, a cancel that is under way can
    // still turn the payment into a refund.
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

/** Adds the amount to a payment that was seen without one. */
function learnAmount(charge: Charge, attempt: Attempt, event: Seen): Outcome {
  if (attempt.paidAmount !== null || event.paidAmount === null) return err('nothing-new');
  const attempts = withAttempt(charge, attempt.no, { paidAmount: event.paidAmount });
  const money = moneyOf(attempts, charge.pendingRefund);
  const doubted = charge.problem?.code === 'paid-other-amount';
  const problem = doubted ? otherAmount(charge, event) : charge.problem;
  return changed(charge, { ...money, endToEndId: charge.endToEndId ?? event.endToEndId, problem });
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
    const end = endedByGateway(charge, attempts, word === 'expired' ? 'time-limit' : 'outside', now);
    return changed(charge, { attempts, ...end, problem: null }, [...watch, stop]);
  }
  return changed(charge, { attempts }, watch);
}

/**
 * Applies a word that proves nothing. It becomes the problem of a payable charge, or of one with an open refund, once for each
 * new wording. It never replaces another problem.
 */
function seenUnknown(charge: Charge, attempt: Attempt, event: Seen): Outcome {
  const { problem } = charge;
  if (charge.status === 'pending') {
    if (problem?.code === 'unknown-word') return err('nothing-new');
    return changed(charge, { problem: { code: 'unknown-word', detail: event.rawWord.slice(0, 60) } });
  }
  const detail = wordingOf(event.rawWord);
  const saysMore = problem !== null && (problem.code !== 'unknown-word' || problem.detail === detail);
  if (!isRefundOpen(charge, attempt) || saysMore) return err('nothing-new');
  return changed(charge, { problem: { code: 'unknown-word', detail } });
}
