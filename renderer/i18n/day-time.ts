import { businessDay } from '../../shared/domain/business-day/business-day.ts';
import { formatDateTime } from '../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../shared/kernel/time.ts';
import { clockTime } from './clock-time.ts';

/** The shop's wall clock at an instant, as it reads on a screen of `day`: `14:31`, and with the date on another day. */
export function dayTime(at: number, day: string, zone: string): string {
  const instant = epochMs(at);
  return businessDay(instant, zone) === day ? clockTime(at, zone) : formatDateTime(instant, zone);
}
