import type { Logger } from '../../shared/kernel/logger.ts';
import type { StartWithComputer } from '../lifecycle/start-with-computer.ts';
import type { ControlHandlers } from './gate.ts';

type Names = 'startup/describe' | 'startup/set';

/** Creates the handlers for the start with the computer. Null: a run from the sources has no program that a system could start. */
export function startupHandlers(
  startup: StartWithComputer | null,
  logger: Logger,
): Pick<ControlHandlers, Names> {
  const view = () => ({ ok: true, value: { withComputer: startup?.isOn() ?? null } }) as const;
  return {
    'startup/describe': view,
    'startup/set': ({ withComputer }) => {
      try {
        startup?.set(withComputer);
        logger.info('starts-with-computer', { withComputer });
        return view();
      } catch (error) {
        logger.error('startup-not-set', { code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
        return { ok: false, error: { code: 'storage-failed', message: 'the choice was not stored' } };
      }
    },
  };
}
