import { epochMs, HOUR, MINUTE, SECOND, type EpochMs } from '../../kernel/time.ts';
import { businessDayRange } from './business-day.ts';
import { calendarParts } from './calendar-parts.ts';

/**
 * Returns the instant of `day` at which the clock of the store shows the time that it shows at `at`. Stays within the day: if the
 * clocks jump over that time on `day`, it is the instant of the jump or the start of the day.
 * Throws a RangeError if `day` is not a day or the zone is unknown.
 */
export function sameTimeOn(day: string, at: EpochMs, zone: string): EpochMs {
  const { from, to } = businessDayRange(day, zone);
  const wanted = sinceMidnight(at, zone);
  // On a day whose clocks are changed, the time since its start differs from the time on the clock by the change.
  const guess = from + wanted - sinceMidnight(from, zone);
  const within = Math.min(Math.max(guess, from), to - 1);
  const off = wanted - sinceMidnight(epochMs(within), zone);
  return epochMs(Math.min(Math.max(within + off, from), to));
}

/** Returns the time on the clock of the store, in ms since 00:00. */
function sinceMidnight(at: EpochMs, zone: string): number {
  const { hour, minute, second } = calendarParts(at, zone);
  const whole = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
  return whole + (((at % SECOND) + SECOND) % SECOND);
}
