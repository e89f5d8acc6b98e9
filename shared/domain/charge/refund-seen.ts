import { err } from '../../kernel/result.ts';
import type { EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';
import { cancelOthers, changed, moneyOf, otherAmount, withAttempt, type Outcome } from './change.ts';
import type { Attempt, Charge, Problem } from './charge.ts';
import type { ChargeEffect, ChargeEvent } from './event.ts';
import { isAllRefunded } from './unclear.ts';

type Seen = Extract<ChargeEvent, { type: 'seen' }>;
type RefundSeen = Seen & { readonly word: 'refund_pending' | 'refunded' | 'partial_refunded' };

/**
 * Applies a word that says that the order was paid and a refund of it is under way or done. The till may have requested the
 * refund or not.
 */
export function onRefundSeen(charge: Charge, attempt: Attempt, event: RefundSeen, now: EpochMs): Outcome {
  // After a full refund the gateway can report 0 as paid. A refund without a payment is impossible, so 0 means unknown.
  const paidAmount = (attempt.paidAmount || event.paidAmount || charge.amount) as Centavos;
  // If an amount came that cannot be read, no other amount is assumed, and the order is read until the amount is known.
  const arrived = event.unreadPaidAmount === undefined ? paidAmount : attempt.paidAmount;
  const isOurs = charge.pendingRefund?.attempt === attempt.no;
  const isOver = attempt.status === 'paid' && isAllRefunded(attempt);
  const common = {
    approvedAt: charge.approvedAt ?? now,
    endToEndId: charge.endToEndId ?? event.endToEndId,
  };
  const underWay = (): Outcome => {
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
      if (arrived === null) return underWay();
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
      // The word has no amount. The amount is known only for refunds that the till requested, and these end by their own event.
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
      return isOver ? err('nothing-new') : underWay();
  }
}

/**
 * Applies `approved` to an order with a refund that is pending, under way, unclear or done. A refund that the till requested is
 * left to its job, which knows whether the gateway had accepted it.
 */
export function onRefundDenied(charge: Charge, attempt: Attempt, event: Seen): Outcome {
  if (charge.pendingRefund?.attempt === attempt.no) return clearUnknownWord(charge);
  // After a known partial refund, `approved` proves nothing about an unclear one.
  if (attempt.status === 'unclear' && attempt.refundedAmount > 0) return err('nothing-new');
  return isAllRefunded(attempt)
    ? refundDisputed(charge, attempt, event)
    : refundFailed(charge, attempt, event);
}

/** Applies that the refund did not happen. The shop has the money. If the sale is not finalized, a person must act. */
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
 * Applies that the gateway denies a full refund that it had confirmed. `refunded` is final (gateway protocol, section 4.1), so
 * neither word is a proof alone: if the order counted as paid, goods could be handed over without money; if the word were
 * ignored, money of the shop could stay hidden. The refund becomes unclear: nothing more is refunded, the charge gets a
 * problem, and the order is read until the fact is known. The amount that is known to be refunded is kept.
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

/** Removes the problem of a word that proved nothing, after a clear word. Refuses with `nothing-new` if there is no such problem. */
export function clearUnknownWord(charge: Charge): Outcome {
  return charge.problem?.code === 'unknown-word' ? changed(charge, { problem: null }) : err('nothing-new');
}

/** Returns the problem that remains after a clear word, or null. */
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

/** Returns the effects that stop the jobs of a paid order and cancel the other orders of its charge. */
function ending(attempts: readonly Attempt[], no: number): readonly ChargeEffect[] {
  return [
    { kind: 'stop', of: 'look-up', attempt: no },
    { kind: 'stop', of: 'cancel', attempt: no },
    { kind: 'stop', of: 'time-limit', attempt: 0 },
    ...cancelOthers(attempts, no),
  ];
}
