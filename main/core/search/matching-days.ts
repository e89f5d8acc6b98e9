import type { Database } from 'better-sqlite3';
import type { ChargeFilter } from './charge-filter.ts';
import { cellMatches, chargeMatches } from './conditions.ts';
import { dayRange, earlier, FIRST_DAY, later, TOP } from './day-range.ts';

/** The statuses of charges that no report cell counts yet, for SQL. */
export const PENDING = `'queued', 'creating', 'pending', 'cancelling'`;

/** The newest month or day before another that has matching cells. */
export function cellBelowSql(grain: 'day' | 'month', filter: ChargeFilter): string {
  return `SELECT period FROM report_cell WHERE grain = '${grain}' AND period >= @low AND period < @below
    AND ${cellMatches(filter).sql} ORDER BY period DESC LIMIT 1`;
}

/** The days of matching charges that no report cell counts yet. There are few such charges. */
export function pendingDaysSql(filter: ChargeFilter): string {
  return `SELECT DISTINCT business_day AS period FROM charge WHERE status IN (${PENDING})
    AND +business_day >= @low AND +business_day < @below AND ${chargeMatches(filter).sql}`;
}

/**
 * Yields the business days before `below` that can have matching charges, newest first. Goes from month to month by the report
 * cells, so that years without a match take no time, and adds the days of pending charges.
 */
export function* matchingDays(db: Database, filter: ChargeFilter, below: string): Generator<string> {
  const { low: firstDay } = dayRange(filter);
  const values = { ...cellMatches(filter).values, ...chargeMatches(filter).values };
  const cellBelow = (grain: 'day' | 'month') => {
    const statement = db.prepare<object, { period: string }>(cellBelowSql(grain, filter));
    return (low: string, high: string): string | null =>
      statement.get({ ...values, low, below: high })?.period ?? null;
  };
  const [monthBelow, dayBelow] = [cellBelow('month'), cellBelow('day')];
  const pending = db
    .prepare<object, { period: string }>(pendingDaysSql(filter))
    .all({ ...values, low: firstDay, below })
    .map(({ period }) => period)
    .sort();
  const firstMonth = firstDay.slice(0, 7);
  let high = below;
  let month = monthBelow(firstMonth, below.slice(0, 7) + TOP);
  while (month !== null) {
    const low = later(firstDay, `${month}-01`);
    high = earlier(high, month + TOP);
    for (let day = dayBelow(low, high); day !== null; day = dayBelow(low, high)) {
      yield* takeAfter(pending, day);
      yield day;
      high = day;
    }
    month = monthBelow(firstMonth, month);
  }
  yield* takeAfter(pending, FIRST_DAY);
}

/** Takes the days after `day` from a sorted list, newest first. Also removes `day` itself, which the caller yields. */
function* takeAfter(days: string[], day: string): Generator<string> {
  for (let last = days.at(-1); last !== undefined && last >= day; last = days.at(-1)) {
    days.pop();
    if (last !== day) yield last;
  }
}
