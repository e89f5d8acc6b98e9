import { calendarParts } from '../../../../shared/domain/business-day/calendar-parts.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';

const QUARTER = 900_000;

/**
 * Seconds since 1970 as a wall clock in `zone` would count them, of an instant (epoch ms): day and time of it follow by
 * division. Intl is asked once for each quarter of an hour that has sales: clocks are set only between those.
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
