import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';

/** What the payment list and report files both need of a charge; money in centavos, instants in epoch ms. */
export interface ListedCharge {
  readonly id: string;
  /** The business day. */
  readonly day: string;
  readonly createdAt: number;
  readonly approvedAt: number | null;
  readonly amount: number;
  /** Null without a payment, and if its amount is unknown. */
  readonly paidAmount: number | null;
  readonly refundedAmount: number;
  readonly wallet: string;
  readonly pixDictKey: string | null;
  /** Empty for charges of versions that did not store it. */
  readonly store: string;
  readonly till: string;
  readonly operator: string;
  readonly reference: string | null;
  readonly endToEndId: string | null;
  readonly status: ChargeStatus;
}

/** `ListedCharge`, for a SELECT. */
export const LISTED_COLUMNS = `id, business_day AS day, created_at_ms AS createdAt, approved_at_ms AS approvedAt,
  amount_centavos AS amount, paid_centavos AS paidAmount, refunded_centavos AS refundedAmount, wallet,
  pix_dict_key AS pixDictKey, store, till, operator, reference, end_to_end_id AS endToEndId, status`;
