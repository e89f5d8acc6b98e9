import { calendarParts } from '../../../../shared/domain/business-day/calendar-parts.ts';
import type { EpochMs } from '../../../../shared/kernel/time.ts';

/** Day and time in a zone as Brazil writes them: `31/12/2026 23:59:59`. */
export function formatDate(at: EpochMs, zone: string): string {
  const { year, month, day, hour, minute, second } = calendarParts(at, zone);
  return `${day}/${month}/${year} ${hour}:${minute}:${second}`;
}
