import type { manager } from '../../../shared/contract/manager.ts';
import { cancelCharge, finalizeCharge, lookUpCharge } from '../commands/charge.ts';
import { enterManagerScreens, leaveManagerScreens } from '../commands/people.ts';
import { worded } from './charge-uses.ts';
import type { ManagerDesk } from './manager-desk.ts';
import type { Uses } from './pipeline.ts';
import { toChargeView } from './views/charge-view.ts';
import { fail } from './failure-reply.ts';

/**
 * Creates the methods for entering and leaving the manager's screens, which the diary records, and for the acts on charges
 * there.
 */
export function createManagerUses(desk: ManagerDesk): Pick<Uses, keyof typeof manager> {
  return {
    'manager/enter': (_input, { till, by }) => {
      const shift = till.shifts.open();
      const manager = till.operators.byId(by.actor);
      if (shift === null || manager === null) throw new Error('the needs of manager/enter are not met');
      enterManagerScreens(till, by);
      desk.open(manager.id, shift.id);
      return { ok: true, value: { operatorId: manager.id, name: manager.name } };
    },
    'manager/leave': (_input, { till, by }) => {
      const manager = desk.present();
      // The manager leaves also if the disk refuses the entry in the diary.
      desk.leave();
      if (manager !== null) leaveManagerScreens(till, { actor: manager, via: by.via });
      return { ok: true, value: { done: true } };
    },
    'manager/stay': () => {
      desk.stay();
      return { ok: true, value: { done: true } };
    },
    'manager/finalize': ({ id }, { till, by }) => worded(till, finalizeCharge(till, by, id)),
    'manager/cancel': ({ id }, { till, by }) => worded(till, cancelCharge(till, by, { id, reason: null })),
    'manager/check': async ({ id }, { till }) => {
      const found = await lookUpCharge(till, id);
      if (!found.ok) return fail(found.error);
      const { charge, answered } = found.value;
      return { ok: true, value: { charge: toChargeView(charge, till), answered } };
    },
  };
}
