/** Zones that this machine took before: making a formatter to ask again is slow, and there are a few hundred zones. */
const known = new Set<string>();

/**
 * True for a time zone by name that this machine knows, such as `America/Sao_Paulo`. A bare offset such as `-03:00` is
 * refused though Intl takes it: it has no daylight saving time, and a store has a place.
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
