/** Returns the parsed address, or null. `URL.parse` does the same, but the oldest Node that main runs on does not have it. */
export function parseUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
