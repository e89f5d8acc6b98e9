import { calendarParts } from '../../../../shared/domain/business-day/calendar-parts.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';

const QUARTER = 900_000;

/**
 * Returns a function that turns an instant (epoch ms) into seconds since 1970 by a clock in `zone`. Day and time follow by
 * division. Calls Intl once for each quarter of an hour, because clocks change only between those.
 */
export function wallClock(zone: string): (at: number) => number {
  const starts = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER);
    let start = starts.get(quarter);
    if (start === undefined) {
      const { year, month, day, hour, minute, second } = calendarParts(epochMs(quarter * QUARTER), zone);
      start = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) / 1000;
      starts.set(quarter, start);
    }
    return start + Math.floor((at - quarter * QUARTER) / 1000);
  };
}
