import type { Charge } from './charge.ts';

/** What evidence says of a settlement without proof. `unverified`: there is no evidence yet, and the till looks for it. */
export type Verdict = 'unverified' | 'confirmed' | 'contradicted';

/** Compares a settlement without proof with the evidence. Null if the charge has no such settlement. */
export function verdictOf({ forced, status, paidAmount, amount, attempts }: Charge): Verdict | null {
  if (forced === null) return null;
  switch (status) {
    case 'queued':
    case 'creating':
    case 'pending':
    case 'cancelling':
    case 'refund_pending':
      return 'unverified';
    case 'cancelled':
    case 'expired':
    case 'failed':
    case 'refunded':
      return forced.outcome === 'not-paid' ? 'confirmed' : 'contradicted';
    case 'approved':
      return forced.outcome === 'paid' && paidAmount === amount ? 'confirmed' : 'contradicted';
    case 'partially_refunded':
      return attempts.some((attempt) => attempt.status === 'unclear') ? 'unverified' : 'contradicted';
  }
}
