import { z } from 'zod';
import { ChargeId } from './charge-view.ts';
import { DayReport } from './day-report.ts';
import { method } from './define.ts';
import { PaymentDetail } from './payment-detail.ts';
import { Day, Panel, PaymentFilter, PaymentRow, Sums } from './payments.ts';
import { plainText } from './plain-text.ts';

const SavedFilter = z.object({ name: z.string(), filter: PaymentFilter });
export type SavedFilter = z.infer<typeof SavedFilter>;

const FilterName = plainText(40).trim().min(1);
const Choice = z.object({ id: z.string(), name: z.string() });

/**
 * The manager's reports and saved filters. While `seq` and `day` of `manager/shop` are unchanged, every reply is unchanged.
 */
export const reports = {
  /** Returns the figures of one business day. */
  'manager/day': method({
    input: z.strictObject({ /** Without it, today. */ day: Day.optional() }),
    output: DayReport,
    errors: [],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
    where: ['till', 'hub'],
  }),
  /**
   * Returns a page of payments, newest first. `cursor` is `nextCursor` of the page before with the same filter, or null for the
   * first page. A page can be shorter than `limit`, even empty, and still have a `nextCursor`: the search for matches stops after
   * a fixed amount of work.
   */
  'manager/payments': method({
    input: z.strictObject({
      filter: PaymentFilter,
      cursor: z.string().max(60).nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({
      rows: z.array(PaymentRow),
      nextCursor: z.string().nullable(),
      /** The sums of the whole filter, not of the page. */
      totals: Sums,
      /** The sums by status, without the filter's statuses: what each choice of a status would show. */
      byStatus: z.array(Sums.extend({ panel: Panel })),
      /** False if the count stopped after too many charges. The figures are then a lower limit. */
      complete: z.boolean(),
    }),
    errors: ['bad-cursor'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
    where: ['till', 'hub'],
  }),
  /** Returns everything about one payment. */
  'manager/payment': method({
    input: z.strictObject({ id: ChargeId }),
    output: PaymentDetail,
    errors: ['not-found'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
    where: ['till', 'hub'],
  }),
  /** Returns the saved filters by name, and the values that a filter can have. */
  'manager/filters': method({
    input: z.strictObject({}),
    output: z.object({
      saved: z.array(SavedFilter),
      choices: z.object({
        stores: z.array(z.string()),
        tills: z.array(z.string()),
        wallets: z.array(Choice),
        operators: z.array(Choice),
      }),
    }),
    errors: [],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
    where: ['till', 'hub'],
  }),
  /** Saves a filter under a name. Replaces a filter of the same name. */
  'manager/save-filter': method({
    input: z.strictObject({ name: FilterName, filter: PaymentFilter }),
    output: z.object({ saved: z.array(SavedFilter) }),
    errors: ['too-many-filters', 'storage-failed'],
    needs: { manager: 'save-filters' },
    roles: ['manager'],
  }),
  /** Deletes a saved filter. */
  'manager/delete-filter': method({
    input: z.strictObject({ name: FilterName }),
    output: z.object({ saved: z.array(SavedFilter) }),
    errors: ['not-found', 'storage-failed'],
    needs: { manager: 'save-filters' },
    roles: ['manager'],
  }),
} as const;
