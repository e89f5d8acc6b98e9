import type { Page } from '@playwright/test';

/** Returns what is wrong with the focus of the page as it is now. Null: the next key lands where the screen says. */
export function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return 'the focus is on nothing';
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    if (!top.contains(focused)) return 'the focus is under the dialog';
    if (!focused.checkVisibility()) return 'the focus is on something hidden';
    const enter = [...top.querySelectorAll<HTMLElement>('[aria-keyshortcuts~="Enter"]')].find(
      (button) => button.checkVisibility() && button.getAttribute('aria-disabled') !== 'true',
    );
    // The chosen tab leaves Enter to its panel.
    const takesEnter = focused.matches('button:not([role="tab"][aria-selected="true"]), a');
    if (enter === undefined || !takesEnter || focused === enter) return null;
    return `Enter is on "${enter.innerText}" and the focus on "${focused.innerText}"`;
  });
}

/** Returns the faults of the focus as the page is now, and after Escape. */
export async function focusFaults(page: Page): Promise<string[]> {
  const now = await focusFault(page);
  await page.keyboard.press('Escape');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const after = await focusFault(page);
  return [...(now === null ? [] : [now]), ...(after === null ? [] : [`after Escape: ${after}`])];
}

/** Presses the keys of a person who plays with the customer's window. Returns what they changed: nothing may. */
export async function keysThatReach(page: Page): Promise<string[]> {
  const shown = () => page.locator('[data-screen]').first().getAttribute('data-screen');
  const before = await shown();
  for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Enter', 'F12', 'Escape']) await page.keyboard.press(key);
  const focused = await page.evaluate(() => document.activeElement?.tagName ?? 'BODY');
  const after = await shown();
  return [
    ...(focused === 'BODY' ? [] : [`the focus is on ${focused}`]),
    ...(before === after ? [] : [`a key changed it to ${after}`]),
  ];
}
