import type { App } from 'electron';

/**
 * Removes the accent from the name that Electron puts into the User-Agent. A header is Latin-1 at most, and Electron gives it
 * to `protocol.handle` as UTF-8. With `Balcão` in it no page would load.
 */
export function plainUserAgent(app: Pick<App, 'userAgentFallback'>): void {
  app.userAgentFallback = toAscii(app.userAgentFallback);
}

function toAscii(text: string): string {
  return text.normalize('NFD').replace(/[^\x20-\x7e]/g, '');
}
