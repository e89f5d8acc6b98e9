import { openDesk } from '../support/journey/open-desk.ts';
import { expectNoQr } from '../support/journey/expect-qr.ts';
import { cancelWaiting, customerActs, showQr, startTraining } from '../support/journey/sell.ts';
import { newestCharge } from '../support/journey/shop-software.ts';
import { expect, test } from './fixtures.ts';

test('cancelled means off both screens at once; money that comes later rings, and is used or given back', async ({
  launchApp,
  displays,
}, testInfo) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);
  const status = async () => (await newestCharge(till.dataDir)).status;

  await test.step('Esc asks; a second Esc goes on waiting', async () => {
    await showQr(desk, '800');
    await desk.press('Escape');
    await expect(desk.cashier.locator('[data-asking="cancel"]')).toBeVisible();
    await desk.press('Escape');
    await expect(desk.cashier.locator('[data-asking="cancel"]')).toBeHidden();
    await desk.customerSees('qr');
  });

  await test.step('cancelled: no QR on any screen, and the customer is told not to pay', async () => {
    await cancelWaiting(desk);
    await desk.bothSee('sell', 'cancelled');
    await expect(desk.customer.getByText('Não use o QR anterior')).toBeVisible();
    await expect(desk.cashier.locator('[data-qr]')).toHaveCount(0);
    for (const output of ['DUMMY0', 'DUMMY1'] as const) {
      await expectNoQr(displays, output, testInfo);
    }
    await expect.poll(status).toBe('cancelled');
  });

  await test.step('late money comes over everything, even after the news of the end, and Enter uses it for this sale', async () => {
    await expect(desk.cashier.locator('[data-news]')).toHaveCount(0, { timeout: 15_000 });
    await customerActs(desk, 'pay-late');
    const alarm = await desk.cashierSees('late', 30_000);
    await expect(alarm).toContainText('R$ 8,00');
    await desk.customerSees('idle');
    await desk.press('Enter');
    await expect(alarm).toBeHidden();
    await desk.cashierSees('sell');
    const used = await newestCharge(till.dataDir);
    expect(used).toMatchObject({ status: 'approved', late: true });
    expect(used.finalizedAt).not.toBeNull();
  });

  await test.step('put off with Esc, it holds nobody up; F10 gives it back on the manager’s PIN', async () => {
    await showQr(desk, '1234');
    await cancelWaiting(desk);
    await expect.poll(status).toBe('cancelled');
    await customerActs(desk, 'pay-late');
    await desk.cashierSees('late', 30_000);
    await desk.press('Escape');
    await desk.cashierSees('sell');
    await expect(desk.cashier.locator('[data-strip="late"]')).toBeVisible();
    await desk.press('F10');
    await desk.cashierSees('late');
    await desk.press('F10');
    const refund = await desk.cashierSees('refund');
    await desk.press('Tab');
    await desk.type('1111');
    await expect(refund.getByRole('button', { name: 'Devolver' }), 'it takes a reason').toBeDisabled();
    await desk.press('Shift+Tab');
    await desk.type('cliente foi embora');
    await desk.press('Tab', 'Enter');
    await expect(refund.locator('[data-error="wrong-pin"]')).toBeVisible();
    await desk.type('4321');
    await desk.press('Enter');
    await expect(refund).toBeHidden();
    await desk.cashierSees('sell');
    await expect.poll(status).toBe('refunded');
  });
});
