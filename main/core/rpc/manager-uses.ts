import type { manager } from '../../../shared/contract/manager.ts';
import { cancelCharge, finalizeCharge } from '../commands/charge.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';
import type { Till } from '../till/till.ts';
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
    'manager/enter': (_input, { till, actor }) => {
      const shift = till.shifts.open();
      const manager = till.operators.byId(actor);
      if (shift === null || manager === null) throw new Error('the needs of manager/enter are not met');
      till.ledger.record('manager-entered', {}, actor);
      desk.open(actor, shift.id);
      return { ok: true, value: { operatorId: actor, name: manager.name } };
    },
    'manager/leave': (_input, { till }) => {
      const manager = desk.present();
      // The manager leaves also if the disk refuses the entry in the diary.
      desk.leave();
      if (manager !== null) till.ledger.record('manager-left', {}, manager);
      return { ok: true, value: { done: true } };
    },
    'manager/stay': () => {
      desk.stay();
      return { ok: true, value: { done: true } };
    },
    'manager/finalize': ({ id }, { till, actor }) => worded(till, finalizeCharge(till, id, actor)),
    'manager/cancel': ({ id }, { till, actor }) => worded(till, cancelCharge(till, id, null, actor)),
    'manager/check': async ({ id }, { till }) => {
      if (till.ledger.charges.byId(id) === null) return fail('not-found');
      const answered = await till.askGatewayAbout(id);
      const charge = till.ledger.charges.byId(id);
      return charge === null
        ? fail('not-found')
        : { ok: true, value: { charge: toChargeView(charge, till), answered } };
    },
  };
}

/**
 * Records in the diary that a manager is no longer at the screens. If the disk takes nothing, reports that and does not throw,
 * because a call that only reads must not fail for it.
 */
export function recordManagerLeft(till: Till, managerId: string): void {
  // After a change of the till, the person is unknown to the new till and its diary.
  if (till.operators.byId(managerId) === null) return;
  try {
    till.ledger.record('manager-left', {}, managerId);
  } catch (error) {
    if (storageErrorCode(error) === null) throw error;
    till.storageFailed(error);
  }
}
