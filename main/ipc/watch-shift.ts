import type { KeepAwake } from '../displays/keep-awake.ts';
import type { CoreClient } from '../../shared/rpc/client.ts';
import type { Supervisor } from '../supervisor/supervisor.ts';

/**
 * Keeps the monitors awake while a shift is open. If the core ends, its last word counts until the next core tells its own:
 * the shift goes on meanwhile.
 */
export function watchShift(
  supervisor: Pick<Supervisor, 'onStarted'>,
  core: () => CoreClient | null,
  awake: KeepAwake,
): void {
  supervisor.onStarted(() => {
    core()?.subscribe('till/at-work', ({ shiftOpen }) => awake.set(shiftOpen));
  });
}
