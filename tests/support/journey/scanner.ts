import type { Page } from '@playwright/test';
import { SCANNER_GAP_MS } from '../../../shared/domain/scanner/burst.ts';

/** The time from one key of a hand to the next, ms. */
export const HAND_MS = SCANNER_GAP_MS + 10;

const GAP_MS = 5;

/**
 * Strikes a code and Enter as a scanner does. The times are on the events, so a slow machine does not slow the scanner down. They
 * begin a hand's time after now, and the scanner is put down only when they are over, so the keys before and after are a hand's.
 */
export async function scanInto(page: Page, code: string): Promise<void> {
  await page.evaluate(
    ([signs, handMs, gapMs]) => {
      const begin = performance.now() + handMs;
      for (const [place, key] of [...signs, 'Enter'].entries()) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        Object.defineProperty(event, 'timeStamp', { value: begin + place * gapMs });
        (document.activeElement ?? document.body).dispatchEvent(event);
      }
    },
    [code, HAND_MS, GAP_MS] as const,
  );
  await page.waitForTimeout(2 * HAND_MS + code.length * GAP_MS);
}
