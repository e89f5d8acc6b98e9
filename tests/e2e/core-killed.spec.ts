import { expect, test, type Till } from './fixtures.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { expectQr } from '../support/journey/expect-qr.ts';
import { connectTill } from '../support/journey/connected-till.ts';
import { charge, signIn } from '../support/journey/sell.ts';
import { chargesOf, newestCharge } from '../support/journey/shop-software.ts';
import { startShopGateway } from '../support/journey/shop-gateway.ts';

type Hooks = { readonly balcaoTest: { corePid(): number | null } };

const corePid = (till: Till) =>
  till.app.evaluate(() => (globalThis as unknown as Hooks).balcaoTest.corePid());

test('the core dies with a QR on screen: both windows come back by themselves, to the same charge', async ({
  launchApp,
  displays,
  dataDir,
}, testInfo) => {
  const shop = await startShopGateway(testInfo.outputPath('gateway.json'));
  try {
    await connectTill(dataDir, shop);
    const till = await launchApp();
    const desk = await openDesk(till);
    await signIn(desk);
    await charge(desk, '3300');
    await desk.bothSee('waiting', 'qr');
    const before = await newestCharge(dataDir);

    const kill = async (): Promise<void> => {
      const pid = await corePid(till);
      process.kill(pid as number, 'SIGKILL');
      await expect.poll(async () => (await corePid(till)) ?? pid).not.toBe(pid);
    };

    await test.step('the QR leaves the customer’s screen while nobody vouches for it, and comes back', async () => {
      const wait = desk.customerSees('wait');
      await kill();
      await wait;
      await desk.bothSee('settle', 'wait');
      await desk.press('Enter');
      await desk.bothSee('waiting', 'qr');
      const after = await newestCharge(dataDir);
      expect(after).toMatchObject({ id: before.id, status: 'pending', brCode: before.brCode });
      await expectQr(displays, 'DUMMY1', before.brCode, testInfo);
    });

    await test.step('money that came while the core was dead is found', async () => {
      const pid = (await corePid(till)) as number;
      process.kill(pid, 'SIGKILL');
      const { orderId } = shop.newestOrder();
      expect(shop.customer().pay(orderId).ok).toBe(true);
      await desk.customerSees('paid', 15_000);
      await desk.cashierSees('settle');
      await desk.press('Enter');
      await desk.cashierSees('sell');
      expect(await chargesOf(dataDir)).toHaveLength(1);
      expect(await newestCharge(dataDir)).toMatchObject({ id: before.id, status: 'approved' });
    });
  } finally {
    await shop.close();
  }
});
