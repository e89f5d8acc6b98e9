import type { Page } from '@playwright/test';
import { faintGraphics } from './faint-graphics.ts';
import { installGeometry } from './geometry.ts';
import { keysOutOfReach } from './keys-out-of-reach.ts';
import { nameOfSize, type Size } from './sizes.ts';
import { textsInTheWay } from './texts-in-the-way.ts';

/**
 * Resizes the page through these sizes and returns what does not fit, each with its size. `atOnce`: everything must be in sight
 * without scrolling. Colours do not depend on the size, so they are looked at once.
 */
export async function faultsAtSizes(page: Page, sizes: readonly Size[], atOnce: boolean): Promise<string[]> {
  const faults: string[] = [];
  for (const size of sizes) {
    await resizeTo(page, size);
    await page.evaluate(installGeometry);
    const found = [
      ...(await page.evaluate(keysOutOfReach, atOnce)),
      ...(await page.evaluate(textsInTheWay)),
      ...(size === sizes[0] ? await page.evaluate(faintGraphics) : []),
    ];
    faults.push(...found.map((fault) => `${nameOfSize(size)}: ${fault}`));
  }
  return faults;
}

/** Resizes the page, and waits until its content has followed. */
export async function resizeTo(page: Page, size: Size): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(untilStill);
}

/** Waits until four frames in a row have the same layout: after a large size the next one comes late. Evaluated in the page. */
async function untilStill(): Promise<void> {
  const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
  const layout = (): string =>
    [...document.querySelectorAll('button, h1, h2, p, canvas, [data-qr], [data-amount]')]
      .map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left, top, width, height].map(Math.round).join();
      })
      .join(' ');
  let last = '';
  for (let still = 0; still < 3;) {
    await frame();
    const now = `${innerWidth} ${layout()}`;
    still = now === last ? still + 1 : 0;
    last = now;
  }
}
