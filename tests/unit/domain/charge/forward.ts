import type { ChargeStatus } from '../../../../shared/domain/charge/charge.ts';

/** What a state may turn into: the drawing of product.md, and what the gateway may do by itself (protocol, 4.1 and 5). */
export const FORWARD: Readonly<Record<ChargeStatus, readonly ChargeStatus[]>> = {
  queued: [
    'creating',
    'cancelling',
    'cancelled',
    'expired',
    'approved',
    'refund_pending',
    'refunded',
    'partially_refunded',
  ],
  creating: [
    'queued',
    'pending',
    'cancelling',
    'cancelled',
    'expired',
    'failed',
    'approved',
    'refund_pending',
    'refunded',
    'partially_refunded',
  ],
  pending: [
    'approved',
    'cancelling',
    'cancelled',
    'expired',
    'refund_pending',
    'refunded',
    'partially_refunded',
  ],
  cancelling: ['cancelled', 'expired', 'approved', 'refund_pending', 'refunded', 'partially_refunded'],
  approved: ['refund_pending', 'partially_refunded', 'refunded'],
  cancelled: ['approved', 'refund_pending', 'refunded', 'partially_refunded'],
  expired: ['approved', 'refund_pending', 'refunded', 'partially_refunded'],
  failed: ['approved', 'refund_pending', 'refunded', 'partially_refunded'],
  refund_pending: ['approved', 'partially_refunded', 'refunded'],
  partially_refunded: ['refund_pending', 'refunded'],
  /** Only by a second order that was paid too: its money is with the shop. */
  refunded: ['partially_refunded', 'refund_pending'],
};
