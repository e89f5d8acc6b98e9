import { err } from '../../kernel/result.ts';
import type { EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';
import { cancelOthers, changed, moneyOf, otherAmount, withAttempt, type Outcome } from './change.ts';
import type { Attempt, Charge, Problem } from './charge.ts';
import type { ChargeEffect, ChargeEvent } from './event.ts';
import { isAllRefunded } from './unclear.ts';

type Seen = Extract<ChargeEvent, { type: 'seen' }>;
type Returned = Seen & { readonly word: 'refund_pending' | 'refunded' | 'partial_refunded' };

/** Applies a word that says: the order was paid, and a refund of it is under way or done, asked for by us or not. */
export function onRefundSeen(charge: Charge, attempt: Attempt, event: Returned, now: EpochMs): Outcome {
  // After a full refund the gateway can report 0 as paid. A refund without a payment is impossible, so 0 means unknown.
  const paidAmount = (attempt.paidAmount || event.paidAmount || charge.amount) as Centavos;
  // An amount that came and cannot be read is another case: nothing is put in its place, and the order is read on.
  const arrived = event.unreadPaidAmount === undefined ? paidAmount : attempt.paidAmount;
  const isOurs = charge.pendingRefund?.attempt === attempt.no;
  const isOver = attempt.status === 'paid' && isAllRefunded(attempt);
  const common = {
    approvedAt: charge.approvedAt ?? now,
    endToEndId: charge.endToEndId ?? event.endToEndId,
  };
  const returning = (): Outcome => {
    if (isOurs || attempt.status === 'returning') return clearUnknownWord(charge);
    const attempts = withAttempt(charge, attempt.no, { status: 'returning', paidAmount: arrived });
    const money = moneyOf(attempts, charge.pendingRefund);
    return changed(charge, { ...common, ...money, problem: afterClearWord(charge) }, [
      ...ending(attempts, attempt.no),
      { kind: 'watch', attempt: attempt.no },
    ]);
  };
  switch (event.word) {
    case 'refunded': {
      if (isOver) return err('nothing-new');
      if (arrived === null) return returning();
      const attempts = withAttempt(charge, attempt.no, {
        status: 'paid',
        paidAmount: arrived,
        refundedAmount: arrived,
      });
      const money = moneyOf(attempts, isOurs ? null : charge.pendingRefund);
      return changed(charge, { ...common, ...money, problem: afterFullRefund(charge) }, [
        ...ending(attempts, attempt.no),
        { kind: 'stop', of: 'refund', attempt: attempt.no },
      ]);
    }
    case 'partial_refunded': {
      // The word carries no amount. It is known only for refunds that we asked for, and those end by their own event.
      const known = attempt.status === 'paid' && attempt.refundedAmount > 0;
      if (isOurs || known || attempt.status === 'unclear') return err('nothing-new');
      const attempts = withAttempt(charge, attempt.no, { status: 'unclear', paidAmount: arrived });
      const money = moneyOf(attempts, charge.pendingRefund);
      const problem: Problem = { code: 'refund-unclear', detail: event.rawWord };
      return changed(charge, { ...common, ...money, problem }, [
        ...ending(attempts, attempt.no),
        { kind: 'watch', attempt: attempt.no },
      ]);
    }
    case 'refund_pending':
      return isOver ? err('nothing-new') : returning();
  }
}

/**
 * Applies `approved` to an order with a refund that is pending, under way, unclear or done. A refund that is asked for
 * is left to its own job, which knows whether the gateway had accepted it.
 */
export function onRefundDenied(charge: Charge, attempt: Attempt, event: Seen): Outcome {
  if (charge.pendingRefund?.attempt === attempt.no) return clearUnknownWord(charge);
  // After a part that is known to be refunded, `approved` does not tell what became of an unclear one.
  if (attempt.status === 'unclear' && attempt.refundedAmount > 0) return err('nothing-new');
  return isAllRefunded(attempt)
    ? refundDisputed(charge, attempt, event)
    : refundFailed(charge, attempt, event);
}

/** The refund did not happen: the money is with the shop. A person finalizes the sale, unless that was done before. */
function refundFailed(charge: Charge, attempt: Attempt, event: Seen): Outcome {
  const paidAmount = attempt.paidAmount ?? event.paidAmount;
  const attempts = withAttempt(charge, attempt.no, { status: 'paid', paidAmount });
  const problem = afterFailedRefund(charge, attempts, event);
  return changed(charge, {
    ...moneyOf(attempts, charge.pendingRefund),
    problem: paidAmount === null ? (problem ?? otherAmount(charge, event)) : problem,
    late: charge.late || charge.finalizedAt === null,
  });
}

/**
 * The gateway denies a refund of everything that it had confirmed. `refunded` is final (gateway protocol, section 4.1),
 * so neither word can be believed alone: calling the order paid could hand over goods for money that is gone, ignoring
 * the word could hide money that the shop holds. The refund becomes unclear: no more is refunded, a person is told, and
 * the order is read on. The amount known to be refunded stays.
 */
function refundDisputed(charge: Charge, attempt: Attempt, event: Seen): Outcome {
  const attempts = withAttempt(charge, attempt.no, { status: 'unclear' });
  return changed(
    charge,
    {
      ...moneyOf(attempts, charge.pendingRefund),
      problem: { code: 'refund-unclear', detail: event.rawWord },
      late: charge.late || charge.finalizedAt === null,
    },
    [{ kind: 'watch', attempt: attempt.no }],
  );
}

/** Ends the problem of a word that proved nothing, once a clear word came; refuses when there is no such problem. */
export function clearUnknownWord(charge: Charge): Outcome {
  return charge.problem?.code === 'unknown-word' ? changed(charge, { problem: null }) : err('nothing-new');
}

/** The problem that is left after a clear word. */
export function afterClearWord({ problem }: Charge): Problem | null {
  return problem?.code === 'unknown-word' ? null : problem;
}

function afterFullRefund(charge: Charge): Problem | null {
  return charge.problem?.code === 'refund-unclear' ? null : afterClearWord(charge);
}

function afterFailedRefund(charge: Charge, attempts: readonly Attempt[], event: Seen): Problem | null {
  const isLastUnclear =
    charge.problem?.code === 'refund-unclear' && !attempts.some(({ status }) => status === 'unclear');
  return isLastUnclear ? { code: 'refund-refused', detail: event.rawWord } : afterClearWord(charge);
}

/** Stops what is asked about an order that was paid, and cancels the other orders of its charge. */
function ending(attempts: readonly Attempt[], no: number): readonly ChargeEffect[] {
  return [
    { kind: 'stop', of: 'look-up', attempt: no },
    { kind: 'stop', of: 'cancel', attempt: no },
    { kind: 'stop', of: 'time-limit', attempt: 0 },
    ...cancelOthers(attempts, no),
  ];
}
