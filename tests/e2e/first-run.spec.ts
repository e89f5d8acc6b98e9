import { cashierScenes } from '../support/fake-bridge/cashier-scenes.ts';
import { playCashier } from '../support/fake-bridge/play-scene.ts';
import { tillView } from '../support/fake-bridge/till-view.ts';
import { test } from './fake-fixtures.ts';
import { expect } from './fixtures.ts';

test('the names of the training do not become the names of the shop', async ({ fake }) => {
  const scene = cashierScenes.find(({ name }) => name === 'first-run-shop');
  const [connected] = scene?.views ?? [];
  if (scene === undefined || connected === undefined) throw new Error('no such scene');
  const { operators } = tillView();
  // For a moment after the keys the page still has the view of training, with its manager.
  const stale = { ...connected, operators, shopName: 'Minha loja', tillName: 'Caixa 1' };
  await playCashier(fake, { ...scene, views: [stale] });
  await fake.push('till/view', connected);
  await fake.page.keyboard.press('Enter');
  await expect(fake.page.locator('[data-step="shop"] [data-problem="missing"]')).toBeVisible();
});
