import type { EpochMs } from '../../kernel/time.ts';
import { businessDay, businessDayRange } from './business-day.ts';

/**
 * Returns every business day between two instants, both included, oldest first: at least one. The instants can be in any order,
 * because a clock can be set back between them. Throws a RangeError if the zone is unknown.
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
