import { DAY } from '../../kernel/time.ts';

/** Returns the business day `days` later, or earlier if negative. Counts in UTC, where all days have the same length. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
