import { assertNever } from '../../kernel/assert-never.ts';
import { err } from '../../kernel/result.ts';
import type { EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';
import { attemptOf, changed, givenUpStatus, withAttempt, type Outcome } from './change.ts';
import type { Attempt, Charge, Problem } from './charge.ts';
import { liveAttempt } from './charge.ts';
import type { ChargeEffect, ChargeEvent } from './event.ts';

type Seen = Extract<ChargeEvent, { type: 'seen' }>;

/**
 * What the gateway says of one order of a charge. An answer asked for before a newer transition is ignored (the
 * caller asks again), and one that teaches nothing is refused so that the ledger does not grow with each poll.
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
      return seenReturned(charge, attempt, event, now);
    case 'unknown':
      return seenUnknown(charge, event);
    default:
      return assertNever(event.word);
  }
}

function seenPending(charge: Charge, attempt: Attempt): Outcome {
  if (attempt.status === 'closed') {
    // It was said to be closed and is payable again: it is cancelled once more, whatever the charge has become.
    const attempts = withAttempt(charge, attempt.no, { status: 'open' });
    return changed(charge, { attempts }, [{ kind: 'cancel', attempt: attempt.no }]);
  }
  if (charge.status === 'pending' && charge.problem?.code === 'unknown-word')
    return changed(charge, { problem: null });
  return err('nothing-new');
}

function seenApproved(charge: Charge, attempt: Attempt, event: Seen, now: EpochMs): Outcome {
  if (attempt.status === 'paid' && charge.status !== 'refund_pending') return err('nothing-new');
  if (attempt.status === 'paid') return refundCameBack(charge);
  const attempts = withAttempt(charge, attempt.no, { status: 'paid' });
  const paid = event.paidAmount;
  const stop: readonly ChargeEffect[] = [
    { kind: 'stop', of: 'look-up', attempt: attempt.no },
    { kind: 'stop', of: 'watch', attempt: attempt.no },
    { kind: 'stop', of: 'cancel', attempt: attempt.no },
  ];
  if (charge.paidAmount !== null || charge.approvedAt !== null) {
    const total = ((charge.paidAmount ?? 0) + (paid ?? 0)) as Centavos;
    const problem: Problem = { code: 'paid-twice', detail: event.rawWord };
    return changed(
      charge,
      { attempts, paidAmount: total, problem, late: true, finalizedAt: null, status: 'approved' },
      stop,
    );
  }
  const expected = charge.status === 'pending' && liveAttempt(charge)?.no === attempt.no;
  const problem: Problem | null =
    paid === charge.amount ? null : { code: 'paid-other-amount', detail: paid === null ? '' : String(paid) };
  return changed(
    charge,
    {
      attempts,
      status: 'approved',
      approvedAt: now,
      paidAmount: paid,
      endToEndId: event.endToEndId,
      late: !expected,
      problem,
    },
    [...stop, { kind: 'stop', of: 'time-limit', attempt: 0 }],
  );
}

/** A return that the gateway had begun by itself did not happen: the money is with the shop after all. */
function refundCameBack(charge: Charge): Outcome {
  if (charge.pendingRefund !== null) return err('nothing-new');
  return changed(charge, { status: 'approved', late: true });
}

function seenClosed(charge: Charge, attempt: Attempt, word: 'cancelled' | 'expired', now: EpochMs): Outcome {
  if (attempt.status === 'closed' || attempt.status === 'paid') return err('nothing-new');
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

/** It was paid, and all or part of the money is going back or has gone. */
function seenReturned(charge: Charge, attempt: Attempt, event: Seen, now: EpochMs): Outcome {
  const paidAmount = charge.paidAmount ?? event.paidAmount ?? charge.amount;
  const common = {
    attempts: withAttempt(charge, attempt.no, { status: 'paid' }),
    paidAmount,
    approvedAt: charge.approvedAt ?? now,
    endToEndId: charge.endToEndId ?? event.endToEndId,
  };
  const effects: readonly ChargeEffect[] = [
    { kind: 'stop', of: 'look-up', attempt: attempt.no },
    { kind: 'stop', of: 'cancel', attempt: attempt.no },
    { kind: 'stop', of: 'time-limit', attempt: 0 },
  ];
  if (event.word === 'refunded') {
    if (charge.status === 'refunded') return err('nothing-new');
    return changed(
      charge,
      { ...common, status: 'refunded', refundedAmount: paidAmount, pendingRefund: null },
      effects,
    );
  }
  if (event.word === 'partial_refunded') {
    // How much went back is only known for the returns that we asked for, and those end by their own event.
    if (charge.status === 'partially_refunded' || charge.pendingRefund !== null) return err('nothing-new');
    return changed(charge, { ...common, status: 'partially_refunded' }, effects);
  }
  if (charge.status === 'refund_pending' || charge.status === 'refunded') return err('nothing-new');
  return changed(charge, { ...common, status: 'refund_pending' }, [
    ...effects,
    { kind: 'watch', attempt: attempt.no },
  ]);
}

function seenUnknown(charge: Charge, event: Seen): Outcome {
  if (charge.status !== 'pending' || charge.problem?.code === 'unknown-word') return err('nothing-new');
  return changed(charge, { problem: { code: 'unknown-word', detail: event.rawWord.slice(0, 60) } });
}
