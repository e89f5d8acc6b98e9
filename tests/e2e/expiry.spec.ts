import { openDesk } from '../support/journey/open-desk.ts';
import { expectNoQr } from '../support/journey/expect-qr.ts';
import { showQr, startTraining } from '../support/journey/sell.ts';
import { newestCharge } from '../support/journey/shop-software.ts';
import { setTrainingTill } from '../support/journey/connected-till.ts';
import { expect, test } from './fixtures.ts';

test('at zero the QR is gone from both screens and the order is cancelled at the gateway', async ({
  launchApp,
  displays,
  dataDir,
}, testInfo) => {
  await setTrainingTill(dataDir, { timeLimitMs: 6_000 });
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);

  await showQr(desk, '1550');
  await expect(desk.customer.locator('[data-figures]').first()).toContainText(/0:0[1-6]/);

  await desk.bothSee('ended', 'expired');
  await expect(desk.customer.getByText('Este QR expirou')).toBeVisible();
  await expect(desk.cashier.locator('[data-answer="not-paid"]').first()).toBeVisible();
  for (const output of ['DUMMY0', 'DUMMY1'] as const) {
    await expectNoQr(displays, output, testInfo);
  }
  await expect.poll(async () => (await newestCharge(dataDir)).status).toBe('expired');
  await expect(desk.cashier.locator('[data-ended="expired"]')).toBeVisible();

  await test.step('the same again is one key', async () => {
    await desk.press('Enter');
    const sell = await desk.cashierSees('sell');
    await expect(sell.locator('[data-entry]')).toHaveValue(/15,50/);
    await desk.press('Enter');
    await desk.bothSee('waiting', 'qr');
  });
});
