import type { Page } from '@playwright/test';
import { cashierScenes } from '../support/fake-bridge/cashier-scenes.ts';
import { customerScenes } from '../support/fake-bridge/customer-scenes.ts';
import { playCashier, playCustomer } from '../support/fake-bridge/play-scene.ts';
import { paid } from '../support/fake-bridge/charges.ts';
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

test('each section of the manager names the window and takes the focus', async ({
  electron,
  displays,
}, testInfo) => {
  const fake = await startFakeApp(electron, displays.env, testInfo.outputPath('home'));
  const scene = cashierScenes.find(({ name }) => name === 'manager-day');
  if (scene === undefined) throw new Error('no such scene');
  const { page } = fake;
  try {
    await playCashier(fake, scene);
    await expect(page).toHaveTitle('O dia · Balcão');
    await expect(page.locator('[data-section="day"] h2')).toBeFocused();
    await page.keyboard.press('F3');
    await expect(page).toHaveTitle('Pagamentos · Balcão');
    await expect(page.locator('[role="listbox"]')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-section="payment"] h2')).toBeFocused();
    await expect(page).toHaveTitle(/^Cobrança [A-Z0-9]{7} · Balcão$/);
    // From a button that was reached with Tab, too.
    await page.locator('nav [aria-keyshortcuts="F5"]').focus();
    await page.keyboard.press('F5');
    await expect(page).toHaveTitle('Histórico · Balcão');
    await expect(page.locator('[data-section="diary"] [data-home]')).toBeFocused();
  } finally {
    await fake.app.close();
  }
});

test('the answer and a rested amount are in regions that were there before', async ({
  electron,
  displays,
}, testInfo) => {
  const fake = await startFakeApp(electron, displays.env, testInfo.outputPath('home'));
  const scene = cashierScenes.find(({ name }) => name === 'sell-typed');
  if (scene === undefined) throw new Error('no such scene');
  const spoken = (what: string) => fake.page.locator(`[data-spoken="${what}"]`);
  try {
    await playCashier(fake, scene);
    const before = await spoken('answer').elementHandle();
    await expect(spoken('answer')).toHaveText('');
    await expect(spoken('amount')).toHaveText(/^R\$\s[\d.,]+$/);
    await fake.push('till/view', tillView({ current: paid({ amount: 2_590 }) }));
    await expect(spoken('answer')).toHaveText(/^Pago\. Pode entregar\. R\$\s25,90$/);
    await expect(spoken('amount')).toHaveText('');
    expect(await before?.evaluate((element) => element.isConnected)).toBe(true);
    await expect(spoken('answer')).toHaveAttribute('aria-live', 'assertive');
    await expect(spoken('amount')).toHaveAttribute('aria-live', 'polite');
  } finally {
    await fake.app.close();
  }
});

test('a manager signs the settings of shop, charging and printer with one PIN', async ({
  electron,
  displays,
}, testInfo) => {
  const fake = await startFakeApp(electron, displays.env, testInfo.outputPath('home'));
  const scene = cashierScenes.find(({ name }) => name === 'settings-charging-signed');
  if (scene === undefined) throw new Error('no such scene');
  const settings = fake.page.locator('[data-screen="settings"]');
  const pin = settings.getByLabel('PIN do gerente');
  const to = (tab: string) => settings.getByRole('tab', { name: tab }).click();
  try {
    await playCashier(fake, scene);
    await expect(pin).toHaveCount(0);
    await to('Impressora');
    await expect(settings.locator('input[type="radio"]').first()).toBeVisible();
    await to('Loja');
    await expect(settings.getByLabel('Nome da loja')).toBeVisible();
    await expect(pin).toHaveCount(0);
    await to('Programas');
    await fake.page.keyboard.press('Escape');
    await expect(settings).toBeHidden();
    await fake.page.keyboard.press('F1');
    await to('Loja');
    await expect(pin, 'the visit ended with the settings').toBeVisible();
  } finally {
    await fake.app.close();
  }
});
