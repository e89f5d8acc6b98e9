import { openDesk } from '../support/journey/open-desk.ts';
import { customerActs, showQr, startTraining } from '../support/journey/sell.ts';
import { chargesOf } from '../support/journey/shop-software.ts';
import { expect, test } from './fixtures.ts';

test('the next amount, typed over the green screen, finalizes the paid sale and is kept; a scan does neither', async ({
  launchApp,
}) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);
  await showQr(desk, '2590');
  await customerActs(desk, 'pay');
  await desk.cashierSees('approved');

  await desk.scan('7891000100103');
  await desk.cashier.waitForTimeout(500);
  await desk.cashierSees('approved');
  expect((await chargesOf(till.dataDir))[0]?.finalizedAt).toBeNull();

  await desk.type('1250');
  const sell = await desk.cashierSees('sell');
  await expect(sell.locator('input')).toHaveValue(/12,50/);
  expect((await chargesOf(till.dataDir))[0]?.finalizedAt).not.toBeNull();
  await desk.press('Enter');
  await desk.bothSee('waiting', 'qr');
});
