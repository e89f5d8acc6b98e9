import { z } from 'zod';
import { ChargeId } from './charge-view.ts';
import { DayReport } from './day-report.ts';
import { method } from './define.ts';
import { PaymentDetail } from './payment-detail.ts';
import { Day, Panel, PaymentFilter, PaymentRow, Sums } from './payments.ts';

const SavedFilter = z.object({ name: z.string(), filter: PaymentFilter });
export type SavedFilter = z.infer<typeof SavedFilter>;

const FilterName = z.string().trim().min(1).max(40);
const Choice = z.object({ id: z.string(), name: z.string() });

/**
 * What a manager reads. Each call answers `manager-needed` until a manager has entered with the PIN. While `seq` and
 * `day` of `manager/shop` stay the same, so does every answer.
 */
export const reports = {
  'manager/day': method({
    input: z.strictObject({ /** Today when it is left out. */ day: Day.optional() }),
    output: DayReport,
    errors: [],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
    where: ['till', 'hub'],
  }),
  /**
   * A page of payments, newest first; `cursor` is `nextCursor` of the page before, with the same filter. A page may be
   * shorter than `limit`, even empty, although `nextCursor` says that more can follow: then much was looked at in vain.
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
      /** Of the whole filter, whatever the page. */
      totals: Sums,
      /** The same by status, as if the filter said nothing about the status: what each choice would show. */
      byStatus: z.array(Sums.extend({ panel: Panel })),
      /** False when so many had to be looked at one by one that counting stopped: then the figures are "at least". */
      complete: z.boolean(),
    }),
    errors: ['bad-cursor'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
    where: ['till', 'hub'],
  }),
  'manager/payment': method({
    input: z.strictObject({ id: ChargeId }),
    output: PaymentDetail,
    errors: ['not-found'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
    where: ['till', 'hub'],
  }),
  /** Saved filters by name, and everything that a filter can be made of. */
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
  /** Saves a filter under a name; one that is there is replaced. */
  'manager/save-filter': method({
    input: z.strictObject({ name: FilterName, filter: PaymentFilter }),
    output: z.object({ saved: z.array(SavedFilter) }),
    errors: ['too-many-filters', 'storage-failed'],
    needs: { manager: 'save-filters' },
    roles: ['manager'],
  }),
  'manager/delete-filter': method({
    input: z.strictObject({ name: FilterName }),
    output: z.object({ saved: z.array(SavedFilter) }),
    errors: ['not-found', 'storage-failed'],
    needs: { manager: 'save-filters' },
    roles: ['manager'],
  }),
} as const;
