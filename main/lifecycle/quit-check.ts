import type { CoreClient } from '../../shared/rpc/client.ts';
import type { Clock } from '../../shared/kernel/time.ts';
import type { Supervisor } from '../supervisor/supervisor.ts';
import type { QuitCheck } from './quit-flow.ts';

/** The time in which a restarting core must answer, ms. */
const UP_WITHIN_MS = 5_000;
const ANSWER_WITHIN_MS = 2_000;

/** Creates the check. Asks the core for charges that are not finished. Null if no core runs. */
export function createQuitCheck(
  supervisor: Pick<Supervisor, 'state' | 'onState'>,
  core: () => CoreClient | null,
  clock: Clock,
): () => Promise<QuitCheck | null> {
  const untilUp = (): Promise<void> =>
    new Promise((resolve) => {
      const off = supervisor.onState(({ state }) => {
        if (state !== 'down') finish();
      });
      const cancel = clock.after(UP_WITHIN_MS, () => finish());
      const finish = (): void => {
        off();
        cancel();
        resolve();
      };
    });

  return async () => {
    if (supervisor.state().state === 'down') await untilUp();
    const client = core();
    if (client === null || supervisor.state().state !== 'up') return null;
    const late = new Promise<null>((resolve) => clock.after(ANSWER_WITHIN_MS, () => resolve(null)));
    const reply = await Promise.race([client.invoke('till/quit-check', {}), late]);
    return reply !== null && reply.ok ? reply.value : null;
  };
}
