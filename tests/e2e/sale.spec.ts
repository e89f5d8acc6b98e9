import { parseBrCode } from '../../shared/domain/br-code/parse-br-code.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { expectNoQr, expectQr } from '../support/journey/expect-qr.ts';
import { charge, chooseTraining, customerActs, showQr, signIn } from '../support/journey/sell.ts';
import { chargesOf, newestCharge } from '../support/journey/shop-software.ts';
import { expect, test } from './fixtures.ts';

test('a first sale by keyboard alone: training, sign-in, amount, QR, paid, finished', async ({
  launchApp,
  displays,
}, testInfo) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await chooseTraining(desk);
  await signIn(desk);
  await desk.bothSee('sell', 'idle');

  await test.step('the QR on the customer’s monitor is the one of the ledger, and asks for the amount', async () => {
    await showQr(desk, '2590');
    const { brCode, amount, status } = await newestCharge(till.dataDir);
    expect({ amount, status }).toEqual({ amount: 2590, status: 'pending' });
    await expectQr(displays, 'DUMMY1', brCode, testInfo);
    const parsed = parseBrCode(brCode ?? '');
    expect(parsed.ok && parsed.value.amount).toBe(2590);
    await expect(desk.customer.getByText('R$ 25,90')).toBeVisible();
    await expect(desk.cashier.locator('main')).toHaveAttribute('data-answer', 'not-paid');
    await expect(desk.cashier.locator('[data-customer-sees="qr"]')).toBeVisible();
  });

  await test.step('paid: both screens say so, and Enter ends it', async () => {
    await customerActs(desk, 'pay');
    await desk.bothSee('approved', 'paid');
    await expect(desk.cashier.locator('main')).toHaveAttribute('data-answer', 'paid');
    await expectNoQr(displays, 'DUMMY1', testInfo);
    await desk.press('Enter');
    await desk.cashierSees('sell');
    await desk.customerSees('idle', 20_000);
  });

  await test.step('the day’s list has it', async () => {
    const row = desk.cashier.locator('aside li').first();
    await expect(row).toContainText('R$ 25,90');
    await expect(row).toHaveAttribute('data-mark', 'paid');
    await expect(desk.cashier.locator('[data-total="2590"]')).toBeVisible();
    expect((await newestCharge(till.dataDir)).finalizedAt).not.toBeNull();
  });
});

test('a hurried cashier makes one charge: Enter twice, and the next amount typed too early', async ({
  launchApp,
}) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await chooseTraining(desk);
  await signIn(desk);

  await charge(desk, '1000');
  await desk.press('Enter', 'Enter');
  await desk.bothSee('waiting', 'qr');
  expect(await chargesOf(till.dataDir)).toHaveLength(1);

  await test.step('the next sale leads to the settle screen, where Enter goes on waiting', async () => {
    await desk.press('7');
    const settle = await desk.cashierSees('settle');
    await expect(settle).toContainText('R$ 10,00');
    await desk.press('Enter');
    await desk.cashierSees('waiting');
    expect(await chargesOf(till.dataDir)).toHaveLength(1);
  });

  await test.step('more time, once; the code goes to the clipboard', async () => {
    const before = (await newestCharge(till.dataDir)).expiresAt;
    await desk.press('+');
    await expect(desk.cashier.getByRole('button', { name: 'Mais tempo' })).toBeDisabled();
    expect(Date.parse((await newestCharge(till.dataDir)).expiresAt ?? '')).toBeGreaterThan(
      Date.parse(before ?? ''),
    );
    await desk.press('F7');
    await expect(desk.cashier.getByRole('button', { name: 'copiado' })).toBeVisible();
    const copied = await till.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toBe((await newestCharge(till.dataDir)).brCode);
  });
});
