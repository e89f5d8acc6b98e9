import type { App } from 'electron';

/**
 * Takes the accent out of the name that Electron puts into the User-Agent. A header is Latin-1 at best, and Electron
 * hands it to `protocol.handle` as UTF-8: with `Balcão` in it no page of ours would load.
 */
export function plainUserAgent(app: Pick<App, 'userAgentFallback'>): void {
  app.userAgentFallback = toAscii(app.userAgentFallback);
}

function toAscii(text: string): string {
  return text.normalize('NFD').replace(/[^\x20-\x7e]/g, '');
}
