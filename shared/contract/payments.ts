import { z } from 'zod';
import { isBusinessDay } from '../domain/business-day/business-day.ts';
import { CHARGE_STATUSES } from '../domain/charge/charge.ts';
import { PANEL_STATUSES } from '../domain/charge/panel-status.ts';
import { SEARCH_TEXT_LIMIT } from '../domain/manager/search-text.ts';
import { Centavos, ChargeId, Instant } from './charge-view.ts';

/** A business day of the store, `YYYY-MM-DD`. */
export const Day = z.string().refine(isBusinessDay);
/** A time on the store's wall, `HH:MM`. */
const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const Panel = z.enum(PANEL_STATUSES);

/** What charges come to, in centavos. Money is counted under the day on which its charge was made. */
export const Sums = z.object({
  /** Charges, paid or not. */
  count: z.int(),
  /** What was asked for. */
  amount: Centavos,
  /** Charges that money arrived for. */
  paidCount: z.int(),
  paid: Centavos,
  refunded: Centavos,
  /** What stayed with the shop. */
  net: Centavos,
});
export type Sums = z.infer<typeof Sums>;

/** Which payments are wanted. What is left out does not matter; all that is there must hold. */
export const PaymentFilter = z.strictObject({
  /**
   * Business days of the store; the week begins on Monday, week and month are the present ones. In a range both days are
   * in; `fromTime` cuts the first day, `toTime` the last (its minute is still in). Either end may be open.
   */
  period: z
    .union([
      z.strictObject({ kind: z.enum(['today', 'yesterday', 'week', 'month']) }),
      z.strictObject({
        kind: z.literal('range'),
        from: Day.optional(),
        fromTime: WallTime.optional(),
        to: Day.optional(),
        toTime: WallTime.optional(),
      }),
    ])
    .optional(),
  /** The amount asked for; an exact value is both ends at once. */
  min: Centavos.optional(),
  max: Centavos.optional(),
  stores: z.array(z.string().max(60)).min(1).max(20).optional(),
  tills: z.array(z.string().max(60)).min(1).max(20).optional(),
  wallets: z.array(z.string().max(60)).min(1).max(20).optional(),
  statuses: z.array(Panel).min(1).max(PANEL_STATUSES.length).optional(),
  /** Ids, as in `choices` of `manager/filters`. */
  operators: z.array(z.string().max(60)).min(1).max(20).optional(),
  /** Paid after it was given up. */
  late: z.literal(true).optional(),
  /** Settled by a manager without proof. */
  unproven: z.literal(true).optional(),
  /**
   * The beginning or the end of a reference, the beginning of an order's id or reference, four or more last characters
   * of an end-to-end id (or all of it), or a short code. Upper and lower case are the same.
   */
  text: z.string().trim().min(1).max(SEARCH_TEXT_LIMIT).optional(),
});
export type PaymentFilter = z.infer<typeof PaymentFilter>;

/** A line of the list of payments. */
export const PaymentRow = z.object({
  id: ChargeId,
  shortCode: z.string(),
  day: z.string(),
  createdAt: Instant,
  approvedAt: Instant.nullable(),
  amount: Centavos,
  paidAmount: Centavos.nullable(),
  refundedAmount: Centavos,
  wallet: z.string(),
  walletName: z.string(),
  store: z.string(),
  till: z.string(),
  operator: z.string(),
  operatorName: z.string(),
  reference: z.string().nullable(),
  endToEndId: z.string().nullable(),
  panel: Panel,
  status: z.enum(CHARGE_STATUSES),
  settled: z.boolean(),
  late: z.boolean(),
  unproven: z.boolean(),
});
export type PaymentRow = z.infer<typeof PaymentRow>;
