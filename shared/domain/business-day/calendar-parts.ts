import type { EpochMs } from '../../kernel/time.ts';

/** The parts of a date and a time of day, each as zero-padded text. */
export interface CalendarParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

/** One formatter per zone. Making a formatter is slow, and a till knows few zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Returns the date and the time of day in `zone` at an instant. Throws a RangeError if the zone is unknown: see `isZone`. */
export function calendarParts(at: EpochMs, zone: string): CalendarParts {
  const parts = { year: '', month: '', day: '', hour: '', minute: '', second: '' };
  for (const { type, value } of formatterFor(zone).formatToParts(at)) {
    if (type in parts) parts[type as keyof CalendarParts] = value;
  }
  return { ...parts, year: parts.year.padStart(4, '0') };
}

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23', // without it midnight may read 24
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}
