import type { Database } from 'better-sqlite3';
import type { SearchLimits } from './candidates.ts';
import type { ChargeFilter } from './charge-filter.ts';
import { chargeMatches } from './conditions.ts';
import { createDayBudget } from './day-budget.ts';
import { dayAbove, dayRange, earlier, TOP } from './day-range.ts';
import { matchingDays } from './matching-days.ts';

/** A place in a list. Lists are ordered by business day and then by id, newest first. A page begins below its place. */
export interface Place {
  readonly day: string;
  readonly id: string;
}

/** A page of a list. `next` is the place of the next page; null at the end of the list. */
export interface IdPage {
  readonly ids: readonly string[];
  readonly next: Place | null;
}

/** The matching charges of one day below an id, newest first. */
export function daySql(filter: ChargeFilter): string {
  return `SELECT id FROM charge WHERE business_day = @day AND id < @id AND ${chargeMatches(filter).sql}
    ORDER BY id DESC LIMIT @limit`;
}

/** Reads a page day by day. After so many charges as the limits allow, the page ends, shorter than `limit`. */
export function listCharges(
  db: Database,
  filter: ChargeFilter,
  limit: number,
  from: Place | null,
  limits: SearchLimits,
): IdPage {
  const inDay = db.prepare<object, { id: string }>(daySql(filter));
  const budget = createDayBudget(db, limits);
  const { values } = chargeMatches(filter);
  const shown: Place[] = [];
  const top = earlier(from?.day ?? TOP, dayRange(filter).high);
  for (const day of matchingDays(db, filter, dayAbove(top))) {
    if (budget.isSpent()) return { ids: shown.map(({ id }) => id), next: { day, id: TOP } };
    const id = from?.day === day ? from.id : TOP;
    const rows = inDay.all({ ...values, day, id, limit: limit + 1 - shown.length });
    shown.push(...rows.map((row) => ({ day, id: row.id })));
    if (shown.length > limit) break;
    budget.take(day);
  }
  return pageOf(shown, limit);
}

/** Makes a page of the places below its begin, of which there is one more than `limit` if a next page exists. */
export function pageOf(below: readonly Place[], limit: number): IdPage {
  const shown = below.slice(0, limit);
  const last = shown.at(-1);
  return {
    ids: shown.map(({ id }) => id),
    next: last === undefined || below.length <= limit ? null : { day: last.day, id: last.id },
  };
}
