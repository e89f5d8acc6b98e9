import type { EpochMs } from '../../kernel/time.ts';
import { businessDay, businessDayRange } from './business-day.ts';

/**
 * Every business day that the time between two instants touches, oldest first: at least one. A clock that was set back
 * reads them the other way round, and so may the caller. Throws a RangeError if there is no such zone.
 */
export function daysBetween(one: EpochMs, other: EpochMs, zone: string): string[] {
  const [from, to] = one <= other ? [one, other] : [other, one];
  const last = businessDay(to, zone);
  const days = [businessDay(from, zone)];
  for (let day = days[0]; day !== undefined && day < last;) {
    day = businessDay(businessDayRange(day, zone).to, zone);
    days.push(day);
  }
  return days;
}
