import type { Page } from '@playwright/test';
import axe from 'axe-core';

export type Theme = 'light' | 'dark';

/**
 * Shows the page in this theme and returns what axe finds, with where it is. The themes differ in nothing but colours, so in the
 * dark one the contrasts are looked at alone. A page that was loaded anew takes axe again, which is most of the time.
 */
export async function axeViolations(page: Page, theme: Theme): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate(untilShown, theme);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(violationsOf, theme);
}

/** Waits until nothing is on its way from the other theme, because colours are measured where they are. Evaluated in the page. */
async function untilShown(theme: Theme): Promise<void> {
  const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
  while (!matchMedia(`(prefers-color-scheme: ${theme})`).matches) await frame();
  await frame();
  await frame();
  await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)));
  await frame();
}

/** Evaluated in the page. */
async function violationsOf(theme: Theme): Promise<string[]> {
  const { axe: loaded } = globalThis as unknown as { readonly axe: typeof axe };
  const { violations } = await loaded.run(document, {
    resultTypes: ['violations'],
    ...(theme === 'dark' && { runOnly: ['color-contrast'] }),
  });
  return violations.map(
    ({ id, nodes }) => `${theme} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
