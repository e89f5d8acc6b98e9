import { z } from 'zod';
import { Centavos, ChargeView, Instant } from './charge-view.ts';
import { Day, Sums } from './payments.ts';

const named = { name: z.string() };

/** The figures of one business day. */
export const DayReport = z.object({
  day: Day,
  isToday: z.boolean(),
  totals: Sums,
  /** `paid` over `paidCount`, rounded half up; null when nothing was paid. */
  average: Centavos.nullable(),
  /** Hours of the store's wall that had charges, 0 to 23. An hour that the clocks repeat is one row. */
  byHour: z.array(Sums.extend({ hour: z.int().min(0).max(23) })),
  byWallet: z.array(Sums.extend({ wallet: z.string(), ...named })),
  byOperator: z.array(Sums.extend({ operator: z.string(), ...named })),
  /**
   * The same weekday of the last 8 weeks: of the days that had charges, how many there were and what they came to on
   * average, rounded half up. Null when there was none.
   */
  weekday: z
    .object({
      days: z.int().min(1).max(8),
      net: Centavos,
    })
    .nullable(),
  /** Paid after they were given up, of this day, newest first; those still to be settled stand in the till's view too. */
  late: z.array(ChargeView),
  /**
   * Of any day, newest first: what holds nothing up, and a manager must know of. A refund of a finished sale that was
   * refused or cannot be told of, a settlement without proof that was denied; what came in the last seven days.
   */
  attention: z.array(ChargeView),
  /** Shifts that touch the day; one that crosses midnight touches two, and each charge counts under its own day. */
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
