import { HOUR, type EpochMs } from '../../../shared/kernel/time.ts';
import type { ChargeFilter } from './charge-filter.ts';

/** Before every business day. */
export const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';
/** Sorts after every business day and every id of a charge. */
export const TOP = '~';

/** Time zones are at most so far behind UTC, and so far ahead of it. The store can have had another zone than it has now. */
const BEHIND = 12 * HOUR;
const AHEAD = 14 * HOUR;
const LAST_INSTANT = Date.parse(`${LAST_DAY}T00:00:00Z`);

/** Returns the earliest business day that an instant has in any zone. */
function earliestDay(at: EpochMs): string {
  return utcDay(at - BEHIND);
}

/** Returns the latest business day that an instant has in any zone. */
function latestDay(at: EpochMs): string {
  return utcDay(at + AHEAD);
}

/** Returns the first and the last business day that matching charges can have. */
export function dayRange({ fromDay = FIRST_DAY, toDay = LAST_DAY, from, to }: ChargeFilter): {
  readonly low: string;
  readonly high: string;
} {
  return {
    low: from === undefined ? fromDay : later(fromDay, earliestDay(from)),
    high: to === undefined ? toDay : earlier(toDay, latestDay(to)),
  };
}

/** Returns the days of the range of which an instant of the filter can exclude a part. */
export function dividedDays(filter: ChargeFilter): string[] {
  const { low, high } = dayRange(filter);
  const days = [filter.from, filter.to].flatMap((at) =>
    at === undefined ? [] : [earliestDay(at), utcDay(at), latestDay(at)],
  );
  return [...new Set(days)].filter((day) => day >= low && day <= high);
}

/** Returns the limits of the other days of the range: `low` is included, `below` is not. */
export function wholeDays(filter: ChargeFilter): { readonly low: string; readonly below: string } {
  const { low, high } = dayRange(filter);
  const { from, to } = filter;
  return {
    low: from === undefined ? low : later(low, dayAbove(latestDay(from))),
    below: to === undefined ? dayAbove(high) : earlier(dayAbove(high), earliestDay(to)),
  };
}

/** Returns a text that sorts after a day and before the next one. */
export function dayAbove(day: string): string {
  return day + TOP;
}

/** Returns the one of two texts that sorts first. */
export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** Returns the one of two texts that sorts last. */
export function later(one: string, other: string): string {
  return one > other ? one : other;
}

function utcDay(at: number): string {
  return new Date(Math.min(at, LAST_INSTANT)).toISOString().slice(0, 10);
}
