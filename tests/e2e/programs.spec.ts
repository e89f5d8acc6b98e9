import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiClient } from '../support/api/http-call.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { signIn } from '../support/journey/sell.ts';
import { expect } from './fixtures.ts';
import { test } from './shop-fixtures.ts';

/** How many tabs stand before the tab of the programs. */
const TABS_BEFORE = 6;

test('a manager makes a token for a program, copies it once, and revokes it: by keyboard alone', async ({
  launchApp,
  dataDir,
  shop: _shop,
}) => {
  const desk = await openDesk(await launchApp());
  const panel = desk.cashier.locator('[data-screen="settings"]');
  const status = async (token: string): Promise<number> => {
    const address = JSON.parse(await readFile(join(dataDir, 'api.json'), 'utf8')) as { url: string };
    return (await apiClient(address.url, token).get('/v1/status')).status;
  };
  await signIn(desk);
  await desk.cashierSees('sell');
  await desk.press('F1');
  await desk.cashierSees('settings');
  for (let tab = 0; tab < TABS_BEFORE; tab++) await desk.press('ArrowRight');
  await expect(panel.getByRole('tab', { selected: true })).toHaveText(/Programas/);

  const token = await test.step('the token is shown once, and the API takes it', async () => {
    await desk.press('Tab');
    await expect(panel.getByRole('radio', { name: 'Novo programa' })).toBeFocused();
    await desk.press('Tab');
    await desk.type('PDV Exato');
    await desk.press('Tab');
    await desk.type('4321');
    await desk.press('Enter');
    const shown = panel.locator('[data-token]');
    await expect(shown).toBeVisible();
    await desk.press('F2');
    await expect(panel.getByText('Copiado')).toBeVisible();
    const text = (await shown.textContent()) ?? '';
    expect(await desk.till.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(text);
    expect(await status(text)).toBe(200);
    // Escape and the arrows of the tabs, struck by habit, lose no token.
    await desk.press('Escape', 'ArrowLeft', 'ArrowRight', 'Escape');
    await expect(shown).toHaveText(text);
    await desk.press('Enter');
    await expect(shown).toBeHidden();
    return text;
  });

  await test.step('a wrong PIN changes nothing and says so', async () => {
    const program = panel.getByRole('radio', { name: 'PDV Exato' });
    await expect(program).toBeVisible();
    await panel.getByRole('radio', { name: 'Novo programa' }).focus();
    await desk.press('ArrowUp');
    await expect(program).toBeChecked();
    await desk.press('Tab');
    await desk.type('1111');
    await desk.press('Enter');
    await expect(panel.getByRole('alert')).toContainText('PIN');
    expect(await status(token)).toBe(200);
  });

  await test.step('the revoked token opens nothing', async () => {
    await desk.type('4321');
    await desk.press('Enter');
    await expect(panel.getByRole('radio', { name: 'PDV Exato' })).toHaveCount(0);
    expect(await status(token)).toBe(401);
  });
});
