/** The truth about an order: what really happened to the money, whatever anybody was told. Centavos and world ms. */
export interface ModelOrder {
  readonly id: string;
  readonly ref: string;
  readonly wallet: string;
  readonly total: number;
  readonly family: 'order' | 'orderv';
  readonly brCode: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  status:
    'pending' | 'approved' | 'cancelled' | 'expired' | 'refund_pending' | 'refunded' | 'partial_refunded';
  paid: number;
  refunded: number;
  endToEndId: string | null;
  /** A refund that the bank has not answered yet. */
  returning: { amount: number; endsAt: number; succeeds: boolean; before: ModelOrder['status'] } | null;
}

/** Brings an order up to `now`: expiry and the bank's answers happen by themselves. */
export function ripen(order: ModelOrder, now: number): void {
  if (order.status === 'pending' && now >= order.expiresAt) order.status = 'expired';
  const back = order.returning;
  if (back === null || now < back.endsAt) return;
  order.returning = null;
  if (back.succeeds) giveBack(order, back.amount);
  else order.status = back.before;
}

export function giveBack(order: ModelOrder, amount: number): void {
  order.refunded += amount;
  order.status = order.refunded >= order.paid ? 'refunded' : 'partial_refunded';
}
