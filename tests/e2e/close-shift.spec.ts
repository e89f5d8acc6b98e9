import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../support/journey/open-desk.ts';
import {
  cancelWaiting,
  customerActs,
  openClosing,
  showQr,
  signIn,
  startTraining,
} from '../support/journey/sell.ts';
import { chargesOf } from '../support/journey/shop-software.ts';
import { expect, test } from './fixtures.ts';

test('by keyboard alone: everything open is settled, the shift closes, and its sheet adds up', async ({
  launchApp,
  dataDir,
}) => {
  const desk = await openDesk(await launchApp());
  await startTraining(desk);
  const item = (why: string) => desk.cashier.locator(`[data-open-item="${why}"]`);

  await test.step('one sale is finished, one is given up and paid late', async () => {
    await showQr(desk, '2590');
    await customerActs(desk, 'pay');
    await desk.cashierSees('approved');
    await desk.press('Enter');
    await showQr(desk, '1000');
    await cancelWaiting(desk);
    await desk.customerSees('cancelled');
    await customerActs(desk, 'pay-late');
    await desk.cashierSees('late', 60_000);
  });

  await test.step('the late one is put off, and the next sale is paid and left as it is', async () => {
    await desk.press('Escape');
    await desk.cashierSees('sell');
    await showQr(desk, '4000');
    await customerActs(desk, 'pay');
    await desk.cashierSees('approved');
  });

  await test.step('the closing names both; Enter settles the one, a return with the manager’s PIN the other', async () => {
    await openClosing(desk);
    await expect(item('paid')).toBeVisible();
    await expect(item('late')).toBeVisible();
    await desk.press('Enter');
    await expect(item('paid')).toHaveCount(0);
    await desk.press('F10');
    await desk.cashierSees('refund');
    await desk.type('cliente desistiu');
    await desk.press('Tab');
    await desk.type('4321');
    await desk.press('Enter');
    await desk.cashierSees('close-shift');
    await expect(desk.cashier.locator('[data-open-item]')).toHaveCount(0, { timeout: 20_000 });
  });

  await test.step('Enter twice closes one shift, and shows what it did', async () => {
    await desk.press('Enter', 'Enter');
    const sheet = await desk.cashierSees('closing');
    await expect(sheet.locator('[data-status="aprovado"]')).toContainText('65,90');
    await expect(sheet.locator('[data-status="estorno"]')).toContainText('10,00');
    await expect(sheet.locator('[data-table="wallets"]')).toContainText('75,90');
    await expect(sheet.locator('[data-fact="late"]')).toContainText('10,00');
    await expect(sheet.locator('[data-hash]')).toHaveAttribute('data-hash', /^[0-9a-f]{64}$/);
    await desk.customerSees('closed');
    await expect(desk.customer.locator('[data-closing]')).toHaveCount(0);
    const left = await chargesOf(dataDir);
    expect(left.every(({ settled }) => settled)).toBe(true);
    const backups = join(dataDir, 'training', 'backups');
    const names = () => (existsSync(backups) ? readdirSync(backups) : []);
    await expect.poll(names, { timeout: 20_000 }).toContainEqual(expect.stringMatching(/-closing\.db$/));
  });

  await test.step('Enter ends it, and the next person signs in', async () => {
    await desk.press('Enter');
    await desk.cashierSees('sign-in');
    await signIn(desk, 'Marta');
    await desk.cashierSees('sell');
  });
});
