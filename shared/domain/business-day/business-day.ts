import { DAY, epochMs, type EpochMs } from '../../kernel/time.ts';
import { calendarParts } from './calendar-parts.ts';

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isBusinessDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && utcDay(midnight) === text;
}

/**
 * Returns the calendar day of the store at an instant, `YYYY-MM-DD`. Computed once, when a charge is written, and stored with
 * it. Throws a RangeError if the zone is unknown: see `isZone`.
 */
export function businessDay(at: EpochMs, zone: string): string {
  const { year, month, day } = calendarParts(at, zone);
  return `${year}-${month}-${day}`;
}

/**
 * Returns the instants of a day in a zone: `from` included, `to` not. When daylight saving time begins or ends, a day has 23 or
 * 25 hours. It begins at 01:00 if the clocks jump over midnight, as in São Paulo on 2018-11-04.
 * Throws a RangeError if `day` is not a day or the zone is unknown.
 */
export function businessDayRange(
  day: string,
  zone: string,
): { readonly from: EpochMs; readonly to: EpochMs } {
  if (!isBusinessDay(day)) throw new RangeError(`not a day: ${day}`);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return { from: startOf(midnight, zone), to: startOf(midnight + DAY, zone) };
}

/**
 * Returns the first instant whose day in the zone is not before the day that begins at `utcMidnight` in UTC. Searches by
 * bisection over `businessDay` itself, so the two cannot disagree. No zone is 36 hours from UTC. The bisection needs days that
 * do not repeat: if a zone's clock is set back across midnight, the evening is read twice and the next day once.
 */
function startOf(utcMidnight: number, zone: string): EpochMs {
  const day = utcDay(utcMidnight);
  let before = utcMidnight - 1.5 * DAY;
  let reached = utcMidnight + 1.5 * DAY;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (businessDay(epochMs(middle), zone) < day) before = middle;
    else reached = middle;
  }
  return epochMs(reached);
}

function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
