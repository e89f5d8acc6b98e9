import { z } from 'zod';
import { Centavos, ChargeView, Instant } from './charge-view.ts';
import { Day, Sums } from './payments.ts';

const named = { name: z.string() };

/** The figures of one business day. */
export const DayReport = z.object({
  day: Day,
  isToday: z.boolean(),
  totals: Sums,
  /** `paid` divided by `paidCount`, rounded half up. Null if nothing was paid. */
  average: Centavos.nullable(),
  /** The hours with charges in the zone of the store, 0 to 23. An hour that a time change repeats is one row. */
  byHour: z.array(Sums.extend({ hour: z.int().min(0).max(23) })),
  byWallet: z.array(Sums.extend({ wallet: z.string(), ...named })),
  byOperator: z.array(Sums.extend({ operator: z.string(), ...named })),
  /**
   * The day beside the same weekday of the last 8 weeks. Null if none of them had charges. `until`: today is compared until this
   * instant, and each earlier day until the same time of day; null for a day that is over, which is compared whole. `usual`: the
   * average net of the earlier days. `change`: in whole per cent of `usual`; null if that is zero. `projection`: the net of
   * today if the rest of it is as usual; null if nothing usually follows.
   */
  comparison: z
    .object({
      days: z.int().min(1).max(8),
      until: Instant.nullable(),
      usual: Centavos,
      change: z.int().nullable(),
      projection: Centavos.nullable(),
    })
    .nullable(),
  /** The charges of this day with a late payment, newest first. Those that are not settled are open items too. */
  late: z.array(ChargeView),
  /**
   * Settled charges of any day that a manager must know of, newest first: a refund that was refused or is unclear, and a
   * settlement without proof that the gateway contradicts. Only those of the last seven days.
   */
  attention: z.array(ChargeView),
  /** The shifts of the day. A shift that crosses midnight belongs to two days. Each charge is counted on its own day. */
  shifts: z.array(
    z.object({
      id: z.string(),
      operator: z.string(),
      ...named,
      openedAt: Instant,
      closedAt: Instant.nullable(),
      crossesMidnight: z.boolean(),
    }),
  ),
});
export type DayReport = z.infer<typeof DayReport>;
