import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';

/** States of money that an order brings, in every combination that the gateway can report at once. */
const MONEY = ['approved', 'refund_pending', 'partially_refunded', 'refunded'] as const;

/**
 * What a state may become: the drawing of product.md, and what the gateway may do by itself (gateway protocol, sections
 * 4.1 and 5). The one table of the simulation, the killed tills and the properties of the state machine.
 */
export const FORWARD: Readonly<Record<ChargeStatus, readonly ChargeStatus[]>> = {
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
  /** Back to approved: the refund was unclear, and proves not to have happened. */
  partially_refunded: ['refund_pending', 'refunded', 'approved'],
  /**
   * Never back to approved. A second order of the charge is paid, or begins to be refunded; or the gateway denies the
   * refund that it had confirmed, which makes it unclear and not paid.
   */
  refunded: ['partially_refunded', 'refund_pending'],
};
