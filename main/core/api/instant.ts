/** Returns an instant (epoch ms) as the API writes it: RFC 3339 in UTC, with milliseconds. */
export function instant(at: number): string {
  return new Date(at).toISOString();
}

/** Returns the same, or null for null. */
export function instantOrNull(at: number | null): string | null {
  return at === null ? null : instant(at);
}
