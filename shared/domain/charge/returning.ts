import { err } from '../../kernel/result.ts';
import type { EpochMs } from '../../kernel/time.ts';
import type { Centavos } from '../money/centavos.ts';
import { cancelOthers, changed, moneyOf, withAttempt, type Outcome } from './change.ts';
import { held, type Attempt, type Charge, type Problem } from './charge.ts';
import type { ChargeEffect, ChargeEvent } from './event.ts';

type Seen = Extract<ChargeEvent, { type: 'seen' }>;
type Returned = Seen & { readonly word: 'refund_pending' | 'refunded' | 'partial_refunded' };

/** An order was paid, and all or part of the money is being refunded or was, asked for by Balcão or not. */
export function onReturned(charge: Charge, attempt: Attempt, event: Returned, now: EpochMs): Outcome {
  // A gateway may report nothing as paid once all of it was refunded; a refund without a payment cannot be.
  const paidAmount = (attempt.paidAmount || event.paidAmount || charge.amount) as Centavos;
  // An amount that came and cannot be read is another case: nothing is put in its place while the money may stay.
  const arrived = event.unreadPaidAmount === undefined ? paidAmount : attempt.paidAmount;
  const isOurs = charge.pendingRefund?.attempt === attempt.no;
  const common = {
    approvedAt: charge.approvedAt ?? now,
    endToEndId: charge.endToEndId ?? event.endToEndId,
  };
  switch (event.word) {
    case 'refunded': {
      if (attempt.status === 'paid' && held(attempt) === 0) return err('nothing-new');
      const attempts = withAttempt(charge, attempt.no, {
        status: 'paid',
        paidAmount,
        refundedAmount: paidAmount,
      });
      const problem = charge.problem?.code === 'refund-unclear' ? null : charge.problem;
      const money = moneyOf(attempts, isOurs ? null : charge.pendingRefund);
      return changed(charge, { ...common, ...money, problem }, [
        ...ending(attempts, attempt.no),
        { kind: 'stop', of: 'refund', attempt: attempt.no },
      ]);
    }
    case 'partial_refunded': {
      // How much was refunded is known only for the refunds that Balcão asked for. Those end by their own event.
      const known = attempt.status === 'paid' && attempt.refundedAmount > 0;
      if (isOurs || known || attempt.status === 'unclear') return err('nothing-new');
      const attempts = withAttempt(charge, attempt.no, { status: 'unclear', paidAmount: arrived });
      const money = moneyOf(attempts, charge.pendingRefund);
      const problem: Problem = { code: 'refund-unclear', detail: event.rawWord };
      return changed(charge, { ...common, ...money, problem }, ending(attempts, attempt.no));
    }
    case 'refund_pending': {
      if (isOurs || attempt.status === 'returning' || (attempt.status === 'paid' && held(attempt) === 0))
        return err('nothing-new');
      const attempts = withAttempt(charge, attempt.no, { status: 'returning', paidAmount: arrived });
      return changed(charge, { ...common, ...moneyOf(attempts, charge.pendingRefund) }, [
        ...ending(attempts, attempt.no),
        { kind: 'watch', attempt: attempt.no },
      ]);
    }
  }
}

/** Ends the questions about an order that was paid, and cancels the other orders of its charge. */
function ending(attempts: readonly Attempt[], no: number): readonly ChargeEffect[] {
  return [
    { kind: 'stop', of: 'look-up', attempt: no },
    { kind: 'stop', of: 'cancel', attempt: no },
    { kind: 'stop', of: 'time-limit', attempt: 0 },
    ...cancelOthers(attempts, no),
  ];
}
