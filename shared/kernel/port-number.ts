/** Returns the number of a TCP port that is written as text, 0 included. Null if the text is no such number. */
export function portNumber(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null;
}
