import type { Handlers } from '../../../shared/rpc/server.ts';
import type { Core } from '../till/core.ts';
import type { ManagerDesk } from './manager-desk.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';
import type { Till } from '../till/till.ts';
import { fail, refuse, signedIn } from './words.ts';

/** The way in to the manager's screens, and out. Both stand in the diary. */
export function createManagerEntry(
  core: Core,
  desk: ManagerDesk,
): Pick<Handlers, 'manager/enter' | 'manager/leave' | 'manager/stay'> {
  return {
    'manager/enter': async ({ pin }) => {
      const till = core.till();
      const shift = till.shifts.open();
      if (shift === null || signedIn(till) === null) return fail('not-signed-in');
      const manager = await till.operators.checkFor('read-reports', pin);
      if (!manager.ok) return refuse(manager.error);
      // Checking a PIN takes its time: the shift may have been closed meanwhile, or the till be another one.
      if (core.till() !== till || till.shifts.open()?.id !== shift.id) return fail('not-signed-in');
      till.ledger.record('manager-entered', {}, manager.value.id);
      desk.open(manager.value.id, shift.id);
      return { ok: true, value: { operatorId: manager.value.id, name: manager.value.name } };
    },
    'manager/leave': () => {
      const manager = desk.present();
      // Whether or not the diary takes it, nobody stands there any more.
      desk.leave();
      if (manager !== null) core.till().ledger.record('manager-left', {}, manager);
      return { ok: true, value: { done: true } };
    },
    'manager/stay': () => {
      desk.stay();
      return { ok: true, value: { done: true } };
    },
  };
}

/** A manager is found gone, perhaps by somebody who only reads: what the disk does not take must not stand in their way. */
export function tellOfLeaving(till: Till, managerId: string): void {
  // The till changed for another one, whose diary knows nothing of this person.
  if (till.operators.byId(managerId) === null) return;
  try {
    till.ledger.record('manager-left', {}, managerId);
  } catch (error) {
    if (storageErrorCode(error) === null) throw error;
    till.storageFailed(error);
  }
}
