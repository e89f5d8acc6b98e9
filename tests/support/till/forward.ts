import type { Charge, ChargeStatus } from '../../../shared/domain/charge/charge.ts';

/** States of money that an order brings, in every combination that the gateway can report at once. */
const MONEY = ['approved', 'refund_pending', 'partially_refunded', 'refunded'] as const;

/** What a state may become: the drawing of product.md, and what the gateway may do by itself (gateway protocol, 4.1 and 5). */
const FORWARD: Readonly<Record<ChargeStatus, readonly ChargeStatus[]>> = {
  /** Money too: an earlier request got no answer, its order was found, and it is paid (rule 3). */
  queued: ['creating', 'cancelling', 'cancelled', 'expired', ...MONEY],
  /** Money too: as above, while a fresh attempt is being made. */
  creating: ['queued', 'pending', 'cancelling', 'cancelled', 'expired', 'failed', ...MONEY],
  pending: ['cancelling', 'cancelled', 'expired', ...MONEY],
  /** Failed: the gateway refused the newest attempt, and an earlier one that got no answer proves not to be payable. */
  cancelling: ['cancelled', 'expired', 'failed', ...MONEY],
  /** Late money. */
  cancelled: MONEY,
  expired: MONEY,
  /** Late money, through an earlier attempt that got no answer. */
  failed: MONEY,
  approved: ['refund_pending', 'partially_refunded', 'refunded'],
  /** Back to approved: the bank refused the refund. */
  refund_pending: ['approved', 'partially_refunded', 'refunded'],
  /** Back to approved only after an unclear refund that proves not to have happened: see `isForward`. */
  partially_refunded: ['refund_pending', 'refunded', 'approved'],
  /**
   * Never back to approved. A second order of the charge is paid, or begins to be refunded; or the gateway denies the
   * refund that it had confirmed, which makes it unclear and not paid.
   */
  refunded: ['partially_refunded', 'refund_pending'],
};

/**
 * True if a charge may become another in this way (invariant I7). The one rule of the simulation, the killed tills and the
 * properties of the state machine. Two steps of the table depend on the money too:
 *
 * - to approved: none of the money is known to be refunded, or may be.
 * - from refunded: more money arrived, or a refund is under way or unclear.
 */
export function isForward(before: Charge, after: Charge): boolean {
  if (before.status === after.status) return true;
  if (!FORWARD[before.status].includes(after.status)) return false;
  const isRefundOpen = after.attempts.some(({ status }) => status === 'unclear' || status === 'returning');
  if (after.status === 'approved') return before.refundedAmount === 0 && !isRefundOpen;
  if (before.status !== 'refunded') return true;
  return isRefundOpen || (after.paidAmount ?? 0) > (before.paidAmount ?? 0);
}
