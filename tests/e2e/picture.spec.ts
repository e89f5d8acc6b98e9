import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { repoRoot } from '../../build/run/repo-root.ts';
import { photographBothScreens } from '../support/journey/both-screens.ts';
import { setTrainingTill } from '../support/journey/connected-till.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { customerActs, showQr, startTraining } from '../support/journey/sell.ts';
import { expect, test } from './fixtures.ts';

/** The README's picture, of the real app at work. It is taken on demand: `BALCAO_SCREENS=1 npx playwright test picture`. */
const wanted = process.env['BALCAO_SCREENS'] === '1';

if (wanted) {
  test('both screens while a sale waits for its customer', async ({
    launchApp,
    displays,
    dataDir,
  }, testInfo) => {
    await setTrainingTill(dataDir, { shopName: 'Loja Centro', tillName: 'Caixa 2' });
    const desk = await openDesk(await launchApp());
    await startTraining(desk);
    for (const digits of ['13240', '800', '4275']) {
      await showQr(desk, digits);
      await customerActs(desk, 'pay');
      await desk.cashierSees('approved');
      await desk.press('Enter');
      await desk.cashierSees('sell');
    }
    await showQr(desk, '2590');
    await expect(desk.cashier.locator('[data-customer-sees="qr"]')).toBeVisible();
    const folder = join(repoRoot, 'docs', 'screens');
    await mkdir(folder, { recursive: true });
    await photographBothScreens(displays, join(folder, 'both-screens.png'), (name) =>
      testInfo.outputPath(name),
    );
  });
}
