import type { Charge } from './charge.ts';
import type { Silence } from './silence.ts';

/** The one answer of the cashier's screen (rule 6), derived from proof. */
export type Answer = 'paid' | 'not-paid' | 'doubt';

type Money = 'amount' | 'paidAmount' | 'refundedAmount';

/**
 * Returns whether to hand over the goods.
 *
 * @param silence how long the gateway gives no usable answers about a payable charge. After a long silence it may be paid, so the
 * answer is doubt. A short one changes nothing.
 */
export function answerOf(
  charge: Pick<Charge, 'status' | 'problem' | 'attempts' | Money>,
  silence: Silence,
): Answer {
  switch (charge.status) {
    case 'approved':
    case 'partially_refunded':
      if (charge.attempts.some((attempt) => attempt.status === 'unclear')) return 'doubt';
      return isPaid(charge) ? 'paid' : 'doubt';
    case 'pending':
      return charge.problem !== null || silence === 'long' ? 'doubt' : 'not-paid';
    case 'queued':
    case 'creating':
    case 'cancelling':
    case 'cancelled':
    case 'expired':
    case 'failed':
    case 'refund_pending':
    case 'refunded':
      return 'not-paid';
  }
}

/** True if the amount of the charge arrived, or more of which the rest was refunded. */
function isPaid({ amount, paidAmount, refundedAmount }: Pick<Charge, Money>): boolean {
  return paidAmount === amount || (paidAmount !== null && paidAmount - refundedAmount === amount);
}
