/** The zone of a store that has not set its own. */
export const DEFAULT_ZONE = 'America/Sao_Paulo';

/** The zones that were valid before. Making a formatter to check again is slow, and there are only a few hundred zones. */
const known = new Set<string>();

/**
 * True for the name of a time zone that this machine knows, such as `America/Sao_Paulo`. Refuses an offset such as `-03:00`,
 * which Intl accepts: an offset has no daylight saving time, and a store has a place.
 */
export function isZone(text: string): boolean {
  if (known.has(text)) return true;
  if (/^[+-]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    known.add(text);
    return true;
  } catch {
    return false; // a RangeError is Intl's only way to say "no such zone"
  }
}
