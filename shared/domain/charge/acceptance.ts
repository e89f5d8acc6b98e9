import type { Charge } from './charge.ts';

/** The most that a sale can be overpaid for its cashier to accept it alone, percent of the sale. */
const MOST_OVER_PERCENT = 5;

/**
 * True if only a manager may accept the money of a paid charge as the payment of its sale: it is less than the sale, more than
 * 5 % over it, or not known. What was refunded does not count.
 */
export function needsManagerToAccept({
  status,
  finalizedAt,
  amount,
  paidAmount,
  refundedAmount,
}: Pick<Charge, 'status' | 'finalizedAt' | 'amount' | 'paidAmount' | 'refundedAmount'>): boolean {
  if (finalizedAt !== null || (status !== 'approved' && status !== 'partially_refunded')) return false;
  if (paidAmount === null) return true;
  const kept = paidAmount - refundedAmount;
  return kept < amount || kept * 100 > amount * (100 + MOST_OVER_PERCENT);
}
