import type { Page } from '@playwright/test';
import { SCANNER_GAP_MS } from '../../../shared/domain/scanner/burst.ts';

/** The time from one key of a hand to the next, ms. */
export const HAND_MS = SCANNER_GAP_MS + 10;

/** Strikes a code and Enter as a scanner does. The times are on the events, so a slow machine does not slow the scanner down. */
export function scanInto(page: Page, code: string): Promise<void> {
  return page.evaluate(
    ([signs, gapMs]) => {
      const begin = performance.now();
      for (const [place, key] of [...signs, 'Enter'].entries()) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        Object.defineProperty(event, 'timeStamp', { value: begin + place * gapMs });
        (document.activeElement ?? document.body).dispatchEvent(event);
      }
    },
    [code, SCANNER_GAP_MS - 5] as const,
  );
}
