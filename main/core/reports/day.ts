import type { Database } from 'better-sqlite3';
import { businessDay, businessDayRange } from '../../../shared/domain/business-day/business-day.ts';
import { formatTime } from '../../../shared/domain/business-day/format-time.ts';
import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { panelWordOf, type PanelWord } from '../../../shared/domain/charge/panel-word.ts';
import { epochMs, DAY } from '../../../shared/kernel/time.ts';

/** Money in centavos. */
export interface DaySums {
  readonly count: number;
  readonly paidCount: number;
  readonly paid: number;
  readonly refunded: number;
  readonly net: number;
}

export interface DayReport {
  readonly day: string;
  readonly totals: DaySums;
  readonly usual: { readonly net: number; readonly weeks: number } | null;
  readonly byHour: readonly ({ readonly hour: number } & DaySums)[];
  readonly byWallet: readonly ({ readonly wallet: string } & DaySums)[];
  readonly byOperator: readonly ({ readonly operator: string } & DaySums)[];
  readonly byWord: readonly ({ readonly word: PanelWord } & DaySums)[];
}

interface Figure extends Omit<DaySums, 'net'> {
  readonly status: ChargeStatus;
  readonly wallet: string;
  readonly operator: string;
  readonly quarter: number;
}

/** Quarters of an hour: every zone that a store can stand in begins its hours on one. */
const QUARTER = 900_000;
const WEEKS = 8;

/** Both statements of the report, for the test that looks at their plans. */
export const FIGURES_SQL = `SELECT status, wallet, operator, created_at_ms / ${QUARTER} AS quarter, count(*) AS count,
  count(paid_centavos) AS paidCount, coalesce(sum(paid_centavos), 0) AS paid, sum(refunded_centavos) AS refunded
  FROM charge WHERE business_day = ? GROUP BY 1, 2, 3, 4`;
export const NET_SQL = `SELECT count(*) AS count, coalesce(sum(coalesce(paid_centavos, 0) - refunded_centavos), 0) AS net
  FROM charge WHERE business_day = ?`;

/** The figures of a business day: it counts under the day on which a charge was made, whenever it was paid. */
export function readDay(db: Database, day: string, zone: string): DayReport {
  const figures = db.prepare<[string], Figure>(FIGURES_SQL).all(day);
  const hourOf = ({ quarter }: Figure): number =>
    Number(formatTime(epochMs(quarter * QUARTER), zone).slice(0, 2));
  return {
    day,
    totals: sumOf(figures),
    usual: usualOf(db, day, zone),
    byHour: grouped(figures, hourOf)
      .map(([hour, sums]) => ({ hour, ...sums }))
      .sort((a, b) => a.hour - b.hour),
    byWallet: largestFirst(
      grouped(figures, ({ wallet }) => wallet).map(([wallet, sums]) => ({ wallet, ...sums })),
    ),
    byOperator: largestFirst(
      grouped(figures, ({ operator }) => operator).map(([operator, sums]) => ({ operator, ...sums })),
    ),
    byWord: grouped(figures, ({ status }) => panelWordOf(status)).map(([word, sums]) => ({ word, ...sums })),
  };
}

/** What the same weekday brought, over the weeks before that had any charge. */
function usualOf(db: Database, day: string, zone: string): DayReport['usual'] {
  const { from } = businessDayRange(day, zone);
  const net = db.prepare<[string], { count: number; net: number }>(NET_SQL);
  const weeks = Array.from({ length: WEEKS }, (_, week) =>
    // Noon of the day: days of 23 and 25 hours do not lead to its neighbours.
    businessDay(epochMs(from + DAY / 2 - (week + 1) * 7 * DAY), zone),
  );
  const sold = weeks.map((before) => net.get(before)).filter((row) => row !== undefined && row.count > 0);
  if (sold.length === 0) return null;
  const sum = sold.reduce((total, row) => total + (row?.net ?? 0), 0);
  return { net: Math.round(sum / sold.length), weeks: sold.length };
}

function grouped<K>(figures: readonly Figure[], keyOf: (figure: Figure) => K): [K, DaySums][] {
  return [...Map.groupBy(figures, keyOf)].map(([key, each]) => [key, sumOf(each)]);
}

function sumOf(figures: readonly Figure[]): DaySums {
  const sum = (of: 'count' | 'paidCount' | 'paid' | 'refunded'): number =>
    figures.reduce((before, figure) => before + figure[of], 0);
  const [paid, refunded] = [sum('paid'), sum('refunded')];
  return { count: sum('count'), paidCount: sum('paidCount'), paid, refunded, net: paid - refunded };
}

function largestFirst<T extends DaySums>(groups: readonly T[]): T[] {
  return groups.toSorted((a, b) => b.net - a.net);
}
