import { openDesk } from '../support/journey/open-desk.ts';
import { hang, openClosing, signIn } from '../support/journey/sell.ts';
import { newestCharge } from '../support/journey/shop-software.ts';
import { expect } from './fixtures.ts';
import { test } from './shop-fixtures.ts';

test('a charge that the gateway does not answer for is settled by the manager’s word and checked later; a contradiction rings', async ({
  launchApp,
  shop,
  dataDir,
}) => {
  const desk = await openDesk(await launchApp());
  await signIn(desk);
  await desk.bothSee('sell', 'idle');
  const order = await hang(desk, shop, '1800');

  await test.step('a wrong PIN signs nothing, and says so', async () => {
    await desk.press('Escape');
    await openClosing(desk);
    await expect(desk.cashier.locator('[data-open-item="cancelling"]')).toBeVisible();
    await desk.press('F7');
    await desk.cashierSees('force');
    await desk.press('Tab');
    await desk.type('cliente foi embora');
    await desk.press('Tab');
    await desk.type('9999');
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-screen="force"] [data-error="wrong-pin"]')).toBeVisible();
    expect((await newestCharge(dataDir)).settled).toBe(false);
  });

  await test.step('with the PIN the shift can close, and nothing is called paid', async () => {
    await desk.type('4321');
    await desk.press('Enter');
    await desk.cashierSees('close-shift');
    await expect(desk.cashier.locator('[data-open-item]')).toHaveCount(0);
    expect(await newestCharge(dataDir)).toMatchObject({ status: 'cancelling', settled: true });
    await desk.press('Escape');
    await desk.cashierSees('sell');
    await expect(desk.cashier.locator('[data-news="forced"]')).toContainText('18,00');
  });

  await test.step('the gateway is back and the customer had paid: it rings at the till', async () => {
    shop.fault = ({ method }) => (method === 'GET' || method === 'DELETE' ? { kind: 'lose-request' } : null);
    await shop.replug();
    expect(shop.customer().pay(order).ok).toBe(true);
    shop.fault = null;
    await desk.cashierSees('late', 60_000);
    expect(await newestCharge(dataDir)).toMatchObject({ status: 'approved', late: true, settled: false });
    await desk.customerSees('idle', 20_000);
  });
});
