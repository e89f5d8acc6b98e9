import { RECOVERY_BUDGET } from '../../till/recovery.ts';
import type { Till } from '../../till/till.ts';

/** Resolves when every unsettled charge was asked about and the gateway has listed its wallets, after `RECOVERY_BUDGET` at most. */
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
    stopWaiting = till.clock.after(RECOVERY_BUDGET, resolve);
  });
  await Promise.race([Promise.all([recovered, till.firstAnswer]), spent]);
  stopWaiting();
}
