import type { Charge } from './charge.ts';
import { isSettled } from './settled.ts';
import { verdictOf } from './verdict.ts';

/** Why a charge is an open item, in the order of the lists: items that need a person first, work of the machine last. */
export const WHY_OPEN = [
  /** The QR waits for the customer, or for the gateway. */
  'waiting',
  /** Paid and not finalized. */
  'paid',
  /** A late payment that is not finalized. */
  'late',
  /** Partly refunded and not finalized. */
  'partly',
  /** Given up, and the gateway has not confirmed the cancel yet. */
  'cancelling',
  /** A refund is under way. */
  'returning',
  /** Settled, but a request of it got no answer: the till searches for its order. */
  'searching',
  /** Settled, but another order of it is not certainly closed. */
  'other-order',
  /** Settled without proof, and the till still looks for proof. */
  'forced',
] as const;
export type WhyOpen = (typeof WHY_OPEN)[number];

/** Returns why a charge is an open item. Null if neither a person nor the machine has more work with it. */
export function whyOpen(charge: Charge): WhyOpen | null {
  if (verdictOf(charge) === 'unverified') return 'forced';
  // A refund under way keeps the item open, also if the sale was finalized before.
  if (charge.status === 'refund_pending') return 'returning';
  return isSettled(charge) ? whyOwed(charge) : whyUnsettled(charge);
}

function whyUnsettled({ status, late }: Charge): WhyOpen | null {
  switch (status) {
    case 'queued':
    case 'creating':
    case 'pending':
      return 'waiting';
    case 'approved':
      return late ? 'late' : 'paid';
    case 'partially_refunded':
      return 'partly';
    case 'cancelling':
      return 'cancelling';
    case 'refund_pending':
      return 'returning';
    case 'cancelled':
    case 'expired':
    case 'failed':
    case 'refunded':
      return null;
  }
}

function whyOwed({ attempts }: Charge): WhyOpen | null {
  if (attempts.some(({ status }) => status === 'sent' || status === 'lost')) return 'searching';
  return attempts.some(({ status }) => status === 'open') ? 'other-order' : null;
}
