import { z } from 'zod';
import { isBusinessDay } from '../domain/business-day/business-day.ts';
import { CHARGE_STATUSES } from '../domain/charge/charge.ts';
import { PANEL_STATUSES } from '../domain/charge/panel-status.ts';
import { SEARCH_TEXT_LIMIT } from '../domain/manager/search-text.ts';
import { Centavos, ChargeId, Instant } from './charge-view.ts';

/** A business day of the store, `YYYY-MM-DD`. */
export const Day = z.string().refine(isBusinessDay);
/** A time of day in the zone of the store, `HH:MM`. */
const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** The status of a charge in the words of the gateway's web panel. */
export const Panel = z.enum(PANEL_STATUSES);

/** The sums of charges, in centavos. Money is counted on the day on which its charge was created. */
export const Sums = z.object({
  /** Charges, paid or not. */
  count: z.int(),
  /** The amounts of all charges, paid or not. */
  amount: Centavos,
  /** Charges with a payment. */
  paidCount: z.int(),
  paid: Centavos,
  refunded: Centavos,
  /** Paid less refunded. */
  net: Centavos,
});
export type Sums = z.infer<typeof Sums>;

/** A filter of payments. A field that is absent allows every value. A payment must match all fields that are set. */
export const PaymentFilter = z.strictObject({
  /**
   * Business days of the store. `week` is the present week, which begins on Monday, `month` the present month. A range includes
   * both of its days. `fromTime` limits the first day, `toTime` the last one, its minute included. Each end can be open.
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
  /** The limits of the charge's amount. For an exact amount both are equal. */
  min: Centavos.optional(),
  max: Centavos.optional(),
  stores: z.array(z.string().max(60)).min(1).max(20).optional(),
  tills: z.array(z.string().max(60)).min(1).max(20).optional(),
  wallets: z.array(z.string().max(60)).min(1).max(20).optional(),
  statuses: z.array(Panel).min(1).max(PANEL_STATUSES.length).optional(),
  /** Ids, as in `choices` of `manager/filters`. */
  operators: z.array(z.string().max(60)).min(1).max(20).optional(),
  /** Only charges with a late payment. */
  late: z.literal(true).optional(),
  /** Only charges that were settled without proof. */
  unproven: z.literal(true).optional(),
  /**
   * The beginning or the end of a reference, the beginning of an order's id or order reference, at least the last four characters
   * of an end-to-end id, or a short code. Ignores upper and lower case.
   */
  text: z.string().trim().min(1).max(SEARCH_TEXT_LIMIT).optional(),
});
export type PaymentFilter = z.infer<typeof PaymentFilter>;

/** A row of the payment list. */
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
