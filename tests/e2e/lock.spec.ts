import { openDesk } from '../support/journey/open-desk.ts';
import { openLeaving, showQr, startTraining } from '../support/journey/sell.ts';
import { expect, test } from './fixtures.ts';

test('locked over a QR: the customer goes on, a PIN brings the till back, another person takes it over', async ({
  launchApp,
}) => {
  const desk = await openDesk(await launchApp());
  await startTraining(desk);
  await showQr(desk, '2590');

  await test.step('F12 and Enter lock; the QR stays, and no key of the till does anything', async () => {
    await openLeaving(desk);
    await desk.press('Enter');
    const locked = await desk.cashierSees('locked');
    await expect(locked).toContainText('Ana');
    await expect(locked).not.toContainText('25,90');
    await expect(desk.cashier.locator('[data-figures]')).toHaveCount(0);
    await desk.press('F12', 'F9', 'F8', 'F1', 'Escape');
    await expect(desk.cashier.locator('dialog')).toHaveCount(0);
    await desk.customerSees('qr');
  });

  await test.step('a barcode is no try of a PIN', async () => {
    await desk.press('2');
    const pin = desk.cashier.locator('input[type="password"]');
    await expect(pin).toBeFocused();
    await desk.scan('7891000100103');
    await expect(pin).toHaveValue('');
    await expect(desk.cashier.locator('[data-error]')).toHaveCount(0);
  });

  await test.step('a wrong PIN opens nothing; Marta takes over and sees the open charge', async () => {
    await desk.type('1234');
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-error="wrong-pin"]')).toBeVisible();
    await desk.type('4321');
    await desk.press('Enter');
    await desk.bothSee('waiting', 'qr');
    await expect(desk.cashier.locator('header')).toContainText('Marta');
  });
});
