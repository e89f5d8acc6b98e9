import type { Page } from '@playwright/test';
import { outputs } from '../support/displays/outputs.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { expectQr } from '../support/journey/expect-qr.ts';
import { showQr, startTraining } from '../support/journey/sell.ts';
import { newestCharge } from '../support/journey/shop-software.ts';
import { expect, test } from './fixtures.ts';

const qrHeight = async (page: Page): Promise<number> =>
  (await page.locator('[data-qr]').boundingBox())?.height ?? 0;

test('the customer’s monitor is pulled out and put back while a QR is payable', async ({
  launchApp,
  displays,
}, testInfo) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);
  await showQr(desk, '7590');
  const { brCode } = await newestCharge(till.dataDir);
  const small = await qrHeight(desk.cashier);

  await displays.unplug('DUMMY1');
  await test.step('within a second the cashier’s window holds it, large enough to be scanned', async () => {
    await expect(desk.cashier.locator('[data-customer-screen="false"]')).toBeVisible({ timeout: 1_000 });
    expect(await qrHeight(desk.cashier)).toBeGreaterThan(small * 1.2);
    await expectQr(displays, 'DUMMY0', brCode, testInfo);
  });

  await displays.replug('DUMMY1');
  await test.step('put back, it is the customer’s again, full of the same QR', async () => {
    await expect(desk.cashier.locator('[data-customer-sees="qr"]')).toBeVisible({ timeout: 2_000 });
    await expectQr(displays, 'DUMMY1', brCode, testInfo);
    expect(await qrHeight(desk.customer)).toBeGreaterThan(outputs.DUMMY1.height * 0.45);
    expect((await newestCharge(till.dataDir)).status).toBe('pending');
  });
});
