import { expect, test } from './fixtures.ts';
import { connectTill } from '../support/journey/connected-till.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { expectNoQr, expectQr } from '../support/journey/expect-qr.ts';
import { charge, signIn } from '../support/journey/sell.ts';
import { newestCharge } from '../support/journey/shop-software.ts';
import { startShopGateway } from '../support/journey/shop-gateway.ts';

test('power cut with a QR on screen: the charge is settled first, and no QR shows before the cashier says so', async ({
  launchApp,
  displays,
  dataDir,
}, testInfo) => {
  const shop = await startShopGateway(testInfo.outputPath('gateway.json'));
  try {
    await connectTill(dataDir, shop);
    const first = await launchApp();
    const desk = await openDesk(first);
    await signIn(desk);
    await charge(desk, '6120');
    await desk.bothSee('waiting', 'qr');
    const { id, brCode } = await newestCharge(dataDir);
    await first.kill();

    const second = await launchApp();
    await test.step('started again: settle screen, no QR; Enter goes on waiting, and the QR is back', async () => {
      const again = await openDesk(second);
      const settle = await again.cashierSees('settle');
      await expect(settle).toContainText('R$ 61,20');
      await again.customerSees('wait');
      await expectNoQr(displays, 'DUMMY1', testInfo);
      await again.press('Enter');
      await again.bothSee('waiting', 'qr');
      expect(await newestCharge(dataDir)).toMatchObject({ id, status: 'pending' });
      await expectQr(displays, 'DUMMY1', brCode, testInfo);
    });

    await second.kill();
    expect(shop.customer().pay(shop.newestOrder().orderId).ok).toBe(true);
    await test.step('paid while everything was dead: found at the next start', async () => {
      const last = await openDesk(await launchApp());
      await last.cashierSees('settle');
      await expect(last.cashier.locator('main')).toHaveAttribute('data-answer', 'paid');
      await last.customerSees('paid');
      await last.press('Enter');
      await last.cashierSees('sell');
      expect(await newestCharge(dataDir)).toMatchObject({ id, status: 'approved' });
    });
  } finally {
    await shop.close();
  }
});
