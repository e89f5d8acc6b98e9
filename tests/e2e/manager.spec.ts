import { addDays } from '../../shared/domain/business-day/add-days.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { sell, startTraining } from '../support/journey/sell.ts';
import { newestCharge } from '../support/journey/shop-software.ts';
import { expect, test } from './fixtures.ts';

test.slow();

test('the manager finds a payment by the end of its Pix code and gives part of it back, by keyboard', async ({
  launchApp,
}) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);
  await sell(desk, '1000');
  const { endToEndId } = await newestCharge(till.dataDir);
  await sell(desk, '2590');
  await desk.customerSees('idle', 20_000);

  await test.step('F9 asks for the manager’s PIN', async () => {
    await desk.press('F9');
    const pin = await desk.cashierSees('manager-pin');
    await desk.type('1111');
    await desk.press('Enter');
    await expect(pin.locator('[data-error="wrong-pin"]')).toBeVisible();
    await desk.type('4321');
    await desk.press('Enter');
    await desk.cashierSees('manager');
    await expect(desk.cashier.locator('[data-figure="net"]')).toHaveText('R$ 35,90');
  });

  await test.step('the end of the code leads to one payment', async () => {
    await desk.press('F3');
    await expect(desk.cashier.locator('[data-count="2"]')).toBeVisible();
    await desk.press('F7');
    await desk.type(endToEndId?.slice(-6) ?? 'none');
    await expect(desk.cashier.locator('[data-count="1"]')).toBeVisible();
    await desk.press('Enter');
    await expect(desk.cashier.locator('[role="listbox"][aria-busy="false"] [data-payment]')).toHaveCount(1);
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-status="approved"]')).toContainText(endToEndId ?? 'none');
  });

  await test.step('more than what remains is refused before anything is asked', async () => {
    await desk.press('F10');
    const form = await desk.cashierSees('refund-part');
    await desk.press('Control+a');
    await desk.type('10,01');
    await expect(form.locator('[data-problem="too-large"]')).toBeVisible();
    await desk.press('Control+a');
    await desk.type('3,00');
    await desk.press('Tab');
    await desk.type('produto com defeito');
    await desk.press('Tab');
    await desk.type('4321');
    await desk.press('Enter');
    await expect(form).toBeHidden();
  });

  await test.step('the return is followed to its end, and the day’s figures with it', async () => {
    await expect(desk.cashier.locator('[data-event="refund-done"]')).toBeVisible({ timeout: 30_000 });
    await expect(desk.cashier.locator('[data-event="refund-requested"]')).toContainText(
      'produto com defeito',
    );
    await desk.press('F2');
    await expect(desk.cashier.locator('[data-figure="net"]')).toHaveText('R$ 32,90');
    await desk.customerSees('idle');
    await expect(desk.customer.locator('body')).not.toContainText('32,90');
  });

  await test.step('each PageUp is a day, however quickly it is struck, and no day comes after today', async () => {
    const shown = desk.cashier.locator('[data-day]');
    const today = (await shown.getAttribute('data-day')) ?? 'none';
    await desk.press('PageDown');
    await desk.press('PageUp', 'PageUp', 'PageUp');
    await expect(shown).toHaveAttribute('data-day', addDays(today, -3));
    await desk.press('PageDown', 'PageDown', 'PageDown', 'PageDown');
    await expect(shown).toHaveAttribute('data-day', today);
    await expect(desk.cashier.locator('[data-figure="net"]')).toHaveText('R$ 32,90');
  });

  await test.step('Esc leads back to the till, and the door is shut again', async () => {
    await desk.press('Escape');
    await desk.cashierSees('sell');
    await desk.press('F9');
    await desk.cashierSees('manager-pin');
  });
});
