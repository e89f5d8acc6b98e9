import { openDesk } from '../support/journey/open-desk.ts';
import { customerActs, showQr, startTraining } from '../support/journey/sell.ts';
import { expect, test } from './fixtures.ts';

test('a customer shows a receipt: unknown, of this sale, and shown a second time', async ({ launchApp }) => {
  const desk = await openDesk(await launchApp());
  await startTraining(desk);
  const finding = (answer: string) => desk.cashier.locator(`[data-finding="${answer}"]`);
  const check = async (amount: string): Promise<void> => {
    await desk.press('F8');
    await desk.cashierSees('receipt');
    await desk.press('Tab');
    await desk.type(amount);
    await desk.press('Enter');
  };

  await test.step('nobody has paid: not found, nothing is handed over', async () => {
    await showQr(desk, '2590');
    await check('25,90');
    await expect(finding('not-found')).toBeVisible({ timeout: 15_000 });
    await desk.customerSees('qr');
    await desk.press('Escape');
    await desk.bothSee('waiting', 'qr');
  });

  await test.step('the end of an id that says nothing is told, with what to type', async () => {
    await desk.press('F8');
    await desk.cashierSees('receipt');
    await desk.type('4f');
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-problem="badEnd"]')).toBeVisible();
    await desk.press('Escape');
  });

  await test.step('paid: it is of this sale', async () => {
    await customerActs(desk, 'pay');
    await desk.cashierSees('approved');
    await check('25,90');
    await expect(finding('found')).toBeVisible();
    await desk.press('Escape');
  });

  await test.step('shown again for the next sale: it is of the one before', async () => {
    await desk.press('Enter');
    await desk.cashierSees('sell');
    await showQr(desk, '2590');
    await check('25,90');
    await expect(finding('delivered')).toBeVisible();
    await desk.customerSees('qr');
  });
});
