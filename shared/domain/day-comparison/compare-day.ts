import { addDays } from '../business-day/add-days.ts';

/** A day is compared with the same weekday of so many weeks before it. */
export const WEEKS = 8;

/** What an earlier day of the same weekday received, less its refunds, in centavos. */
export interface EarlierDay {
  /** Until the time of day of the comparison. The whole day for a day that is over. */
  readonly soFar: number;
  readonly whole: number;
}

/** How a day stands beside the same weekday of the weeks before. Money in centavos, rounded half up. */
export interface DayComparison {
  /** The number of earlier days with charges. */
  readonly days: number;
  /** Their average until the same time of day. */
  readonly usual: number;
  /** The difference in whole per cent of `usual`. Null if `usual` is zero or below. */
  readonly change: number | null;
  /** What the day comes to if the rest of it is as usual. Null for a day that is over, and after the usual last sale. */
  readonly projection: number | null;
}

/** Returns the days with the same weekday before a day, newest first. */
export function weeksBefore(day: string): readonly string[] {
  return Array.from({ length: WEEKS }, (_, place) => addDays(day, -7 * (place + 1)));
}

/**
 * Compares a day with the same weekday before it, over equal hours: what it received so far with what they had received at that
 * time. Returns null without an earlier day.
 */
export function compareDay(
  net: number,
  earlier: readonly EarlierDay[],
  isOver: boolean,
): DayComparison | null {
  const days = earlier.length;
  if (days === 0) return null;
  const average = (of: (day: EarlierDay) => number): number =>
    Math.round(earlier.reduce((sum, day) => sum + of(day), 0) / days);
  const usual = average(({ soFar }) => soFar);
  const rest = average(({ soFar, whole }) => whole - soFar);
  return {
    days,
    usual,
    change: usual > 0 ? Math.round((100 * (net - usual)) / usual) : null,
    projection: isOver || rest <= 0 ? null : net + rest,
  };
}
