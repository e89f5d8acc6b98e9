import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';

/** What a charge may become (product.md, and gateway-protocol section 4.1 for what the gateway may do by itself). */
export const FORWARD: Record<ChargeStatus, readonly ChargeStatus[]> = {
  queued: ['creating', 'cancelling', 'cancelled', 'expired'],
  creating: ['queued', 'pending', 'cancelling', 'cancelled', 'expired', 'failed', 'approved'],
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
  failed: ['approved', 'refund_pending', 'refunded'],
  refund_pending: ['approved', 'partially_refunded', 'refunded'],
  partially_refunded: ['refund_pending', 'refunded', 'approved'],
  refunded: [],
};
