import type { EpochMs } from '../../kernel/time.ts';
import { calendarParts } from './calendar-parts.ts';

/** How exact a time is written: `20:16` or `20:16:05`. */
export type TimePrecision = 'minute' | 'second';

/** The store's wall clock at an instant, 24 hours: `20:16`. Throws a RangeError if there is no such zone. */
export function formatTime(at: EpochMs, zone: string, precision: TimePrecision = 'minute'): string {
  const { hour, minute, second } = calendarParts(at, zone);
  return precision === 'minute' ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
}

/** The store's date and time as Brazilians write them: `23/11/2026 20:16`. Throws a RangeError if there is no such zone. */
export function formatDateTime(at: EpochMs, zone: string, precision: TimePrecision = 'minute'): string {
  const { year, month, day } = calendarParts(at, zone);
  return `${day}/${month}/${year} ${formatTime(at, zone, precision)}`;
}
