import type { Database } from 'better-sqlite3';
import { cellHolds, chargeHolds } from './conditions.ts';
import { FIRST_DAY, type Wanted } from './wanted.ts';

/** The states that no cell counts, for SQL. */
export const PENDING = `'queued', 'creating', 'pending', 'cancelling'`;

/** The newest month, or day, below another that holds something wanted. */
export function cellBelowSql(grain: 'day' | 'month', wanted: Wanted, panel: boolean): string {
  return `SELECT period FROM report_cell WHERE grain = '${grain}' AND period >= @low AND period < @below
    AND ${cellHolds(wanted, panel).sql} ORDER BY period DESC LIMIT 1`;
}

/** The days of wanted charges that are still pending: no cell counts those, and there are few. */
export function pendingDaysSql(wanted: Wanted, panel: boolean): string {
  return `SELECT DISTINCT business_day AS period FROM charge WHERE status IN (${PENDING})
    AND +business_day >= @low AND +business_day < @below AND ${chargeHolds(wanted, panel).sql}`;
}

/**
 * The business days before `below` that may hold wanted charges, newest first: those of the cells, month by month, so
 * that years in which nothing was are skipped, and those of pending charges.
 */
export function* daysOf(db: Database, wanted: Wanted, below: string, panel: boolean): Generator<string> {
  const values = { ...cellHolds(wanted, panel).values, ...chargeHolds(wanted, panel).values };
  const next = (grain: 'day' | 'month') => {
    const statement = db.prepare<object, { period: string }>(cellBelowSql(grain, wanted, panel));
    return (low: string, high: string): string | null =>
      statement.get({ ...values, low, below: high })?.period ?? null;
  };
  const [nextMonth, nextDay] = [next('month'), next('day')];
  const pending = db
    .prepare<object, { period: string }>(pendingDaysSql(wanted, panel))
    .all({ ...values, low: wanted.fromDay, below })
    .map(({ period }) => period)
    .sort();
  const firstMonth = wanted.fromDay.slice(0, 7);
  let high = below;
  let month = nextMonth(firstMonth, `${below.slice(0, 7)}~`);
  while (month !== null) {
    const low = later(wanted.fromDay, `${month}-01`);
    high = earlier(high, `${month}~`);
    for (let day = nextDay(low, high); day !== null; day = nextDay(low, high)) {
      yield* takeAbove(pending, day);
      yield day;
      high = day;
    }
    month = nextMonth(firstMonth, month);
  }
  yield* takeAbove(pending, FIRST_DAY);
}

/** Pending days that come before `day`, newest first; `day` itself is not told twice. */
function* takeAbove(pending: string[], day: string): Generator<string> {
  for (let last = pending.at(-1); last !== undefined && last >= day; last = pending.at(-1)) {
    pending.pop();
    if (last !== day) yield last;
  }
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
