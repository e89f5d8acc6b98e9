import type { Charge } from './charge.ts';

/** What evidence says of a settlement without proof. `unverified`: there is none yet, and it is still looked for. */
export type Verdict = 'unverified' | 'confirmed' | 'contradicted';

/** Holds a manager's word against what has been learned since; null where nobody settled anything without proof. */
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
