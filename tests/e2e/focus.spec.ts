import { cashierScenes } from '../support/fake-bridge/cashier-scenes.ts';
import { playCashier } from '../support/fake-bridge/play-scene.ts';
import { paid } from '../support/fake-bridge/charges.ts';
import { tillView } from '../support/fake-bridge/till-view.ts';
import { focusFault } from '../support/fit/focus-fault.ts';
import { test } from './fake-fixtures.ts';
import { expect } from './fixtures.ts';

test('the focus follows the Enter when the last open charge of the closing is settled', async ({ fake }) => {
  const scene = cashierScenes.find(({ name }) => name === 'close-shift-blocked');
  if (scene === undefined) throw new Error('no such scene');
  await playCashier(fake, scene);
  await fake.push('till/view', tillView());
  await expect(fake.page.locator('dialog [aria-keyshortcuts="Enter"]')).toBeFocused();
  expect(await focusFault(fake.page)).toBeNull();
});

test('each section of the manager names the window and takes the focus', async ({ fake }) => {
  const scene = cashierScenes.find(({ name }) => name === 'manager-day');
  if (scene === undefined) throw new Error('no such scene');
  const { page } = fake;
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
});

test('the answer and a rested amount are in regions that were there before', async ({ fake }) => {
  const scene = cashierScenes.find(({ name }) => name === 'sell-typed');
  if (scene === undefined) throw new Error('no such scene');
  const spoken = (what: string) => fake.page.locator(`[data-spoken="${what}"]`);
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
});

test('a manager signs the settings of shop, charging and printer with one PIN', async ({ fake }) => {
  const scene = cashierScenes.find(({ name }) => name === 'settings-charging-signed');
  if (scene === undefined) throw new Error('no such scene');
  const settings = fake.page.locator('[data-screen="settings"]');
  const pin = settings.getByLabel('PIN do gerente');
  const to = (tab: string) => settings.getByRole('tab', { name: tab }).click();
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
});
