import { openDesk } from '../support/journey/open-desk.ts';
import { showQr, startTraining } from '../support/journey/sell.ts';
import { chargesOf, newestCharge } from '../support/journey/shop-software.ts';
import { expect, test } from './fixtures.ts';

test('over a QR: another wallet and another amount, each after one question', async ({ launchApp }) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);
  await showQr(desk, '2590');
  const asking = (about: string) => desk.cashier.locator(`[data-asking="${about}"]`);

  await test.step('Esc leaves the QR as it is', async () => {
    await desk.press('F4');
    await expect(asking('wallet')).toBeVisible();
    await desk.press('Escape');
    await expect(asking('wallet')).toHaveCount(0);
    expect(await chargesOf(till.dataDir)).toHaveLength(1);
  });

  await test.step('F4 and Enter: the same amount with the other wallet', async () => {
    await desk.press('F4', 'Enter');
    await expect.poll(async () => (await chargesOf(till.dataDir)).length).toBe(2);
    await desk.bothSee('waiting', 'qr');
    expect(await newestCharge(till.dataDir)).toMatchObject({ amount: 2590, status: 'pending' });
    expect((await newestCharge(till.dataDir)).wallet).not.toBe('pix');
  });

  await test.step('Backspace and Enter: the amount is in the field, and the first digit replaces it', async () => {
    await desk.press('Backspace');
    await expect(asking('amount')).toBeVisible();
    await desk.press('Enter');
    const sell = await desk.cashierSees('sell');
    await expect(sell).toContainText('25,90');
    await expect(desk.cashier.locator('[data-other-wallet]')).toBeVisible();
    await desk.type('1250');
    await desk.press('Enter');
    await desk.bothSee('waiting', 'qr');
    expect((await newestCharge(till.dataDir)).amount).toBe(1250);
  });
});
