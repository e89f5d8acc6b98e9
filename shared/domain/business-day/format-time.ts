import type { EpochMs } from '../../kernel/time.ts';
import { calendarParts } from './calendar-parts.ts';

/** The precision of a written time: `20:16` or `20:16:05`. */
export type TimePrecision = 'minute' | 'second';

/** Returns the time of day of the store at an instant, 24 hours: `20:16`. Throws a RangeError if the zone is unknown. */
export function formatTime(at: EpochMs, zone: string, precision: TimePrecision = 'minute'): string {
  const { hour, minute, second } = calendarParts(at, zone);
  return precision === 'minute' ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
}

/** Returns the date and time of the store as written in Brazil: `23/11/2026 20:16`. Throws a RangeError if the zone is unknown. */
export function formatDateTime(at: EpochMs, zone: string, precision: TimePrecision = 'minute'): string {
  const { year, month, day } = calendarParts(at, zone);
  return `${day}/${month}/${year} ${formatTime(at, zone, precision)}`;
}
