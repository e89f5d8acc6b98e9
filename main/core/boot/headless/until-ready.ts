import { SECOND } from '../../../../shared/kernel/time.ts';
import type { Till } from '../../till/till.ts';

/** As long as the sell screen would wait (rule 2). */
const BUDGET = 5 * SECOND;

/** Resolves when every unsettled charge was asked about and the gateway has named its wallets, or when nobody waits longer. */
export async function untilReady(till: Till): Promise<void> {
  const recovered = new Promise<void>((resolve) => {
    if (!till.recovering()) return resolve();
    const cancel = till.onChange(() => {
      if (till.recovering()) return;
      cancel();
      resolve();
    });
  });
  let stopWaiting = (): void => undefined;
  const spent = new Promise<void>((resolve) => {
    stopWaiting = till.clock.after(BUDGET, resolve);
  });
  await Promise.race([Promise.all([recovered, till.firstAnswer]), spent]);
  stopWaiting();
}
