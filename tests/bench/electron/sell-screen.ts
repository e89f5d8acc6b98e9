import { paintedAt } from './page-clock.ts';
import type { DevtoolsPage } from './devtools.ts';
import { OUR_APP, type Stage } from './stage.ts';
import { startApp } from './running-app.ts';

/** Where the cashier types an amount, ready for keys; the empty app calls its only screen the same. */
export const SELL = '[data-screen="sell"]';

/** Makes a data folder whose till opens at the sell screen: training is chosen and Ana is signed in. */
export async function prepareTill(stage: Stage, dataDir: string): Promise<void> {
  const app = await startApp(stage, OUR_APP, dataDir);
  try {
    const cashier = await app.devtools.page('cashier');
    await seen(cashier, 'first-run');
    await cashier.press('Enter');
    await seen(cashier, 'sign-in');
    await cashier.press('1');
    await cashier.evaluate(paintedAt('input[type="password"]'));
    for (const digit of ['1', '2', '3', '4'] as const) await cashier.press(digit);
    await cashier.press('Enter');
    await cashier.evaluate(paintedAt(SELL));
  } finally {
    await app.kill();
  }
}

/** Waits until a screen is there and takes keys. */
export function seen(page: DevtoolsPage, screen: string): Promise<number> {
  return page.evaluate<number>(paintedAt(`[data-screen="${screen}"][data-armed="true"]`));
}
