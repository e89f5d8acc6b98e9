import type { Spell } from './temper.ts';

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
  /** From when on the list shows it. */
  readonly listedAt: number;
  status:
    'pending' | 'approved' | 'cancelled' | 'expired' | 'refund_pending' | 'refunded' | 'partial_refunded';
  paid: number;
  refunded: number;
  endToEndId: string | null;
  /** A refund that the bank has not answered yet. */
  refunding: { amount: number; endsAt: number; succeeds: boolean; before: ModelOrder['status'] } | null;
  /** What makes every answer about it unusable, and until when. */
  spell: { readonly kind: Spell; readonly until: number } | null;
}

/** Brings an order up to `now`: expiry and the bank's answers happen by themselves. */
export function ripen(order: ModelOrder, now: number): void {
  if (order.status === 'pending' && now >= order.expiresAt) order.status = 'expired';
  if (order.spell !== null && now >= order.spell.until) order.spell = null;
  const refund = order.refunding;
  if (refund === null || now < refund.endsAt) return;
  order.refunding = null;
  if (refund.succeeds) bookRefund(order, refund.amount);
  else order.status = refund.before;
}

export function bookRefund(order: ModelOrder, amount: number): void {
  order.refunded += amount;
  order.status = order.refunded >= order.paid ? 'refunded' : 'partial_refunded';
}
