/** A business day is a date and no instant: it is written as if it were midnight in UTC. */
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** `23 de novembro`, in the language of the screens. */
export function dateOf(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    midnight(day),
  );
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Returns the key of the words for earlier days of the same weekday. */
export function weekdayKey(day: string): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[new Date(midnight(day)).getUTCDay()] ?? 'sunday';
}

/** `segunda-feira`. */
export function weekdayOf(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(midnight(day));
}
