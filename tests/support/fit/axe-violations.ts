import type { Page } from '@playwright/test';
import axe from 'axe-core';

export type Theme = 'light' | 'dark';

/** Shows the page in this theme, without motion. Resolves when its colours are those of the theme. */
export async function showTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate(untilShown, theme);
}

/**
 * Shows the page in this theme and returns what axe finds, with where it is. The themes differ in colours alone, so in the dark
 * one only the contrasts are checked. Loads axe into the page if the page was loaded again: that takes longer than the check.
 */
export async function axeViolations(page: Page, theme: Theme): Promise<string[]> {
  await showTheme(page, theme);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(violationsOf, theme);
}

/** Waits until no colour is between the two themes. Evaluated in the page. */
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
