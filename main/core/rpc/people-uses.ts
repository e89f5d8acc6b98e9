import type { Reply } from '../../../shared/contract/define.ts';
import type { people } from '../../../shared/contract/people.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import {
  changeOwnPin,
  deactivatePerson,
  recoverPin,
  renamePerson,
  setPin,
  setRole,
  unlockPin,
} from '../commands/change-people.ts';
import type { Core } from '../till/core.ts';
import { fail, refuse } from './failure-reply.ts';
import type { Uses } from './pipeline.ts';

/** Creates the methods that change the people of the till. */
export function createPeopleUses(
  core: Pick<Core, 'till' | 'credentials' | 'training'>,
): Pick<Uses, keyof typeof people> {
  return {
    'people/change-own-pin': async (input, { till, by }) => {
      const changed = await changeOwnPin(till, by.via, input);
      return changed.ok ? DONE : refuse(changed.error);
    },
    'people/set-pin': async (input, { till, by }) => worded(await setPin(till, by, input)),
    'people/recover-pin': async (input, { by }) => worded(await recoverPin(core, by.via, input)),
    'people/rename': (input, { till, by }) => worded(renamePerson(till, by, input)),
    'people/set-role': (input, { till, by }) => worded(setRole(till, by, input)),
    'people/deactivate': (input, { till, by }) => worded(deactivatePerson(till, by, input)),
    'people/unlock': (input, { till, by }) => worded(unlockPin(till, by, input)),
  };
}

const DONE = { ok: true, value: { done: true } } as const;

function worded<E extends string>(result: Result<void, E>): Reply<{ done: true }, E> {
  return result.ok ? DONE : fail(result.error);
}
