import type { Handlers } from '../../shared/rpc/server.ts';
import type { Core } from './core.ts';
import type { ManagerDesk } from './manager-desk.ts';
import { fail, refuse, signedIn } from './rpc-words.ts';

/** The way in to the manager's screens, and out. Both stand in the diary. */
export function createManagerEntry(
  core: Core,
  desk: ManagerDesk,
): Pick<Handlers, 'manager/enter' | 'manager/leave'> {
  return {
    'manager/enter': async ({ pin }) => {
      const till = core.till();
      if (signedIn(till) === null) return fail('not-signed-in');
      const manager = await till.operators.checkFor('read-reports', pin);
      if (!manager.ok) return refuse(manager.error);
      till.ledger.record('manager-entered', {}, manager.value.id);
      desk.open(manager.value.id);
      return { ok: true, value: { operatorId: manager.value.id, name: manager.value.name } };
    },
    'manager/leave': () => {
      const manager = desk.present();
      if (manager !== null) core.till().ledger.record('manager-left', {}, manager);
      desk.leave();
      return { ok: true, value: { done: true } };
    },
  };
}
