import type { Charge } from './charge.ts';
import { isSettled } from './settled.ts';
import { verdictOf } from './verdict.ts';

/** Why a charge is not done with, in the order in which people are told: what needs a hand first, the machine's duty last. */
export const WHY_OPEN = [
  /** The QR waits for the customer, or for the gateway. */
  'waiting',
  /** Paid, and nobody finalized it. */
  'paid',
  /** Paid after it was given up. */
  'late',
  /** Part went back, and nobody finalized it. */
  'partly',
  'cancelling',
  'returning',
  /** Done with itself, but a request of it got no answer: whether an order was made is looked for. */
  'searching',
  /** Done with itself, but another order of it is not certainly closed. */
  'other-order',
  /** Settled without proof, which is still looked for. */
  'forced',
] as const;
export type WhyOpen = (typeof WHY_OPEN)[number];

/** Why a charge still needs a person or the machine; null when nothing is owed to anybody any more. */
export function whyOpen(charge: Charge): WhyOpen | null {
  if (verdictOf(charge) === 'unverified') return 'forced';
  // A return is on its way whoever finalized the sale before.
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
