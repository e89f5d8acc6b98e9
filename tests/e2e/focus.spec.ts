import type { Page } from '@playwright/test';
import { cashierScenes } from '../support/fake-bridge/cashier-scenes.ts';
import { customerScenes } from '../support/fake-bridge/customer-scenes.ts';
import { playCashier, playCustomer } from '../support/fake-bridge/play-scene.ts';
import { startFakeApp } from '../support/fake-bridge/start-fake-app.ts';
import { tillView } from '../support/fake-bridge/till-view.ts';
import { expect, test } from './fixtures.ts';

/** Returns what is wrong with the focus of the page as it is now. */
function focusFault(page: Page): Promise<string | null> {
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

/** Waits until what the last key or view changed is on the screen. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Minutes of work for one page; in parts, so that the workers share it. */
const PARTS = 2;

for (let part = 0; part < PARTS; part++) {
  test(`each state of the cashier's window has its focus where the next key lands: part ${part + 1} of ${PARTS}`, async ({
    electron,
    displays,
  }, testInfo) => {
    test.setTimeout(600_000);
    const fake = await startFakeApp(electron, displays.env, testInfo.outputPath('home'));
    const faults: string[] = [];
    try {
      for (const [place, scene] of cashierScenes.entries()) {
        if (place % PARTS !== part) continue;
        await playCashier(fake, scene);
        const fault = await focusFault(fake.page);
        if (fault !== null) faults.push(`${scene.name}: ${fault}`);
        await fake.page.keyboard.press('Escape');
        await drawn(fake.page);
        const after = await focusFault(fake.page);
        if (after !== null) faults.push(`${scene.name}, after Escape: ${after}`);
      }
    } finally {
      await fake.app.close();
    }
    expect(faults).toEqual([]);
  });
}

test('the customer’s window has no focus that a key could reach, in each of its states', async ({
  electron,
  displays,
}, testInfo) => {
  const fake = await startFakeApp(electron, displays.env, testInfo.outputPath('home'));
  const faults: string[] = [];
  try {
    for (const scene of customerScenes) {
      await playCustomer(fake, scene);
      for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Enter', 'F12', 'Escape'])
        await fake.page.keyboard.press(key);
      const focused = await fake.page.evaluate(() => document.activeElement?.tagName ?? 'BODY');
      if (focused !== 'BODY') faults.push(`${scene.name}: the focus is on ${focused}`);
      const shown = await fake.page.locator('[data-screen]').first().getAttribute('data-screen');
      if (shown !== scene.screen) faults.push(`${scene.name}: a key changed it to ${shown}`);
    }
  } finally {
    await fake.app.close();
  }
  expect(faults).toEqual([]);
});

test('the focus follows the Enter when the last open charge of the closing is settled', async ({
  electron,
  displays,
}, testInfo) => {
  const fake = await startFakeApp(electron, displays.env, testInfo.outputPath('home'));
  const scene = cashierScenes.find(({ name }) => name === 'close-shift-blocked');
  if (scene === undefined) throw new Error('no such scene');
  try {
    await playCashier(fake, scene);
    await fake.push('till/view', tillView());
    await expect(fake.page.locator('dialog [aria-keyshortcuts="Enter"]')).toBeFocused();
    expect(await focusFault(fake.page)).toBeNull();
  } finally {
    await fake.app.close();
  }
});
