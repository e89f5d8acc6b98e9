import { DAY } from '../../kernel/time.ts';

/** The business day so many days later, or earlier. Days are counted in UTC, where none is longer than another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
