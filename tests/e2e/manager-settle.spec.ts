import { openDesk, type Desk } from '../support/journey/open-desk.ts';
import {
  cancelWaiting,
  customerActs,
  enterManager,
  hang,
  openClosing,
  showQr,
  signIn,
  startTraining,
} from '../support/journey/sell.ts';
import { newestCharge } from '../support/journey/shop-software.ts';
import { expect } from './fixtures.ts';
import { test } from './shop-fixtures.ts';

test.slow();

/** From the sell screen to the day, past the PIN, and by Enter to the first charge that is not settled. */
async function openFirstUnsettled(desk: Desk): Promise<void> {
  await enterManager(desk);
  await expect(desk.cashier.locator('[data-unsettled="1"]')).toBeVisible();
  await desk.press('Enter');
  await expect(desk.cashier.locator('[data-payment][data-status]')).toBeVisible();
}

/** From the manager's screens to the till, and through the closing of the shift to its sheet. */
async function closeShift(desk: Desk): Promise<void> {
  await desk.press('F9');
  await desk.cashierSees('sell');
  await openClosing(desk);
  await expect(desk.cashier.locator('[data-open-item]')).toHaveCount(0);
  await desk.press('Enter');
  await desk.cashierSees('closing');
}

test('late money is settled from the day’s list, by keyboard, and the shift closes', async ({
  launchApp,
}) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);
  await showQr(desk, '1000');
  await cancelWaiting(desk);
  await customerActs(desk, 'pay-late');
  await desk.cashierSees('late', 60_000);
  await desk.press('Escape');
  await desk.cashierSees('sell');

  await openFirstUnsettled(desk);
  await expect(desk.cashier.locator('[data-payment] [data-why="late"]')).toBeVisible();
  await test.step('Enter, which opened it, does not end it', async () => {
    await desk.press('Enter', 'F2');
    await expect(desk.cashier.locator('[data-unsettled="1"]')).toBeVisible();
    expect((await newestCharge(till.dataDir)).settled).toBe(false);
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-payment] [data-why="late"]')).toBeVisible();
  });
  await desk.press('Control+Enter');
  await expect(desk.cashier.locator('[data-event="finalized"]')).toContainText('Marta');
  await expect(desk.cashier.locator('[data-payment] [data-why]')).toHaveCount(0);
  await desk.press('F2');
  await expect(desk.cashier.locator('[data-unsettled="0"]')).toBeVisible();
  await closeShift(desk);
  expect((await newestCharge(till.dataDir)).settled).toBe(true);
  await expect(desk.customer.locator('body')).not.toContainText('10,00');
});

test('a charge that the gateway does not answer for: the manager signs it as paid, the shift closes, and a denial stays on the day', async ({
  launchApp,
  shop,
  dataDir,
}) => {
  const desk = await openDesk(await launchApp());
  await signIn(desk);
  await desk.bothSee('sell', 'idle');
  await hang(desk, shop, '1800');
  await desk.press('Escape');
  await desk.cashierSees('sell');

  await test.step('a check says that the gateway does not answer', async () => {
    await openFirstUnsettled(desk);
    await desk.press('F8');
    await expect(desk.cashier.locator('[data-problem="unanswered"]')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('the manager signs: the charge says so, and why', async () => {
    await desk.press('F7');
    const form = await desk.cashierSees('force');
    await desk.press('ArrowDown', 'Tab');
    await desk.type('visto no banco');
    await desk.press('Tab');
    await desk.type('4321');
    await desk.press('Enter');
    await expect(form).toBeHidden();
    await expect(desk.cashier.locator('[data-payment] [data-why="forced"]')).toBeVisible();
    await expect(desk.cashier.locator('[data-event="forced"]')).toContainText('visto no banco');
  });

  await test.step('the shift closes, although the gateway has confirmed nothing', async () => {
    await closeShift(desk);
    expect(await newestCharge(dataDir)).toMatchObject({ status: 'cancelling', settled: true });
    await desk.press('Enter');
  });

  await test.step('the gateway is back and denies it: a notice, which is put away', async () => {
    await signIn(desk);
    await desk.cashierSees('sell');
    await shop.replug();
    const notice = desk.cashier.locator('[data-strip="forced-contradicted"]');
    await expect(notice).toBeVisible({ timeout: 60_000 });
    await desk.press('Control+e');
    await expect(notice).toHaveCount(0);
  });

  await test.step('the day still names it and leads to it, and the diary has the signature', async () => {
    await enterManager(desk);
    await desk.press('F2');
    await expect(desk.cashier.locator('[data-unsettled="1"] [data-wrong="contradicted"]')).toContainText(
      'Marta',
    );
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-payment][data-status="cancelled"]')).toBeVisible();
    await expect(desk.cashier.locator('[data-event="forced"]')).toContainText('como paga');
    await expect(desk.cashier.locator('[data-event="forced"]')).toContainText(
      'a Conexão Rede diz o contrário',
    );
    await desk.press('F5');
    await expect(desk.cashier.locator('[data-diary="forced"]')).toContainText('como paga');
    expect(await newestCharge(dataDir)).toMatchObject({ status: 'cancelled', settled: true });
  });
});
