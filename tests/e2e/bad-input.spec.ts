import type { Locator } from '@playwright/test';
import { openDesk, type Desk } from '../support/journey/open-desk.ts';
import { chooseTraining, signIn, startTraining } from '../support/journey/sell.ts';
import { chargesOf } from '../support/journey/shop-software.ts';
import { setTrainingTill } from '../support/journey/connected-till.ts';
import { centavos } from '../../shared/domain/money/centavos.ts';
import { expect, test } from './fixtures.ts';

/** Pastes as the keyboard does: what lies on the clipboard, at the focus. */
async function paste(desk: Desk, text: string): Promise<void> {
  await desk.till.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await desk.press('ControlOrMeta+V');
}

test('amounts that cannot be charged are said to be so, and none becomes a charge', async ({
  launchApp,
  dataDir,
}) => {
  await setTrainingTill(dataDir, { maxAmount: centavos(50_000) });
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);
  const entry: Locator = desk.cashier.locator('[data-entry]');
  const problem = (name: string): Locator => desk.cashier.locator(`[data-problem="${name}"]`);

  await test.step('nothing typed', async () => {
    await desk.press('Enter');
    await expect(problem('zero')).toBeVisible();
  });

  await test.step('a letter is no digit, and Enter waits until it is taken back', async () => {
    await desk.type('12a');
    await expect(problem('digits-only')).toBeVisible();
    await desk.press('Enter', 'Backspace');
    await expect(entry).toHaveValue(/0,12$/);
    await desk.press('Escape');
  });

  await test.step('after a comma the digits are reais, and a third one after it is refused', async () => {
    await desk.type('25,9');
    await expect(entry).toHaveValue(/25,90$/);
    await desk.type('01');
    await expect(problem('decimals-full')).toBeVisible();
    await desk.press('Enter', 'Escape');
  });

  await test.step('a barcode at the speed of a scanner: no charge, and the amount stays', async () => {
    await desk.type('25');
    await desk.scan('7891000100103');
    await expect(problem('barcode')).toContainText('código de barras');
    await expect(entry).toHaveValue(/0,25$/);
    await desk.press('Enter');
    await desk.cashierSees('sell');
    await desk.press('Escape');
    await expect(entry).toHaveValue(/0,25$/);
    await desk.press('Escape');
    await expect(entry).toHaveValue(/0,00$/);
  });

  await test.step('above the limit', async () => {
    await desk.type('500000');
    await expect(problem('too-large')).toContainText('500,00');
    await expect(entry).not.toHaveValue(/5\.000,00$/);
    await desk.press('Enter');
    await desk.cashierSees('sell');
    await desk.press('Escape');
    await expect(entry).toHaveValue(/0,00$/);
  });

  await test.step('pasted sums', async () => {
    for (const [text, value] of [
      ['R$ 1,50', /1,50$/],
      [' 12,34\n', /12,34$/],
      ['7', /7,00$/],
    ] as const) {
      await paste(desk, text);
      await expect(entry).toHaveValue(value);
    }
    for (const text of ['-5,00', '1,234', 'abc', '99999999999999999999', '1e3', '<b>5</b>']) {
      await paste(desk, text);
      await expect(desk.cashier.locator('[data-problem]')).toBeVisible();
      await desk.press('Enter', 'Escape');
    }
  });
  expect(await chargesOf(dataDir)).toEqual([]);
});

test('a wrong PIN costs more time with each try, for that person alone', async ({ launchApp }) => {
  const desk = await openDesk(await launchApp());
  await chooseTraining(desk);
  await desk.press('1');
  for (const _ of [1, 2, 3]) {
    await desk.type('9999');
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-error="wrong-pin"]')).toBeVisible();
  }
  await desk.type('1234');
  await desk.press('Enter');
  await expect(desk.cashier.locator('[data-problem="wait"]')).toContainText(/[1-4] s/);

  await test.step('the manager is not held up', async () => {
    await desk.press('Escape');
    await signIn(desk, 'Marta');
    await desk.cashierSees('sell');
  });
});
