import type { session } from '../../../shared/contract/session.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import { addOperator } from '../commands/people.ts';
import { configure, dismissNotice, nameShop, signNotice } from '../commands/settings.ts';
import { leaveManagerScreens } from '../commands/people.ts';
import { closeShift, lockTill, signIn, unlockTill } from '../commands/shift.ts';
import type { ManagerDesk } from './manager-desk.ts';
import type { Uses } from './pipeline.ts';
import { toClosingView } from './views/closing-view.ts';
import { fail, refuse } from './failure-reply.ts';

/** Creates the methods for people, shifts, and the settings of the cashier's window. */
export function createSessionUses(desk: ManagerDesk): Pick<Uses, keyof typeof session> {
  return {
    'session/sign-in': async ({ operatorId, pin }, { till, by }) => {
      const signed = await signIn(till, by.via, { operatorId, pin });
      if (!signed.ok) return refuse(signed.error);
      const { id, name, role } = signed.value;
      return { ok: true, value: { operatorId: id, name, role } };
    },
    'session/lock': ({ cause }, { till, by }) => {
      const manager = desk.present();
      desk.leave();
      if (manager !== null) leaveManagerScreens(till, { actor: manager, via: by.via });
      lockTill(till, by, cause);
      return { ok: true, value: { locked: true } };
    },
    'session/unlock': async ({ operatorId, pin }, { till, by }) => {
      const unlocked = await unlockTill(till, by.via, { operatorId, pin });
      if (!unlocked.ok) return refuse(unlocked.error);
      return { ok: true, value: { operatorId: unlocked.value.id, name: unlocked.value.name } };
    },
    'session/close-shift': ({ shiftId }, { till, by }) => {
      const closed = closeShift(till, by, shiftId);
      if (!closed.ok) {
        // The person of the open shift is the one who is signed in, so at a window every other refusal means that no person is.
        if (closed.error.code !== 'unsettled-charge') return fail('not-signed-in');
        return fail(closed.error.code, { codes: closed.error.chargeIds.map(shortCode).join(', ') });
      }
      // Records now that the manager at the screens is gone, so that the diary has both ends together.
      desk.present();
      return { ok: true, value: toClosingView(closed.value, till) };
    },
    'session/add-operator': async (input, { till, by }) => {
      const added = await addOperator(till, by, input);
      return added.ok ? { ok: true, value: { operatorId: added.value.id } } : fail(added.error);
    },
    'session/name-shop': (input, { till, by }) => {
      nameShop(till, by, input);
      return { ok: true, value: { shopName: input.shopName } };
    },
    'session/configure': (input, { till, by }) => {
      const configured = configure(till, by, input);
      if (configured.ok) return { ok: true, value: { timeLimitMinutes: input.timeLimitMinutes } };
      return fail(configured.error);
    },
    'session/dismiss-notice': ({ id }, { till }) => {
      const dismissed = dismissNotice(till, id);
      return dismissed.ok ? { ok: true, value: { id } } : fail(dismissed.error);
    },
    'session/sign-notice': ({ id }, { till, by }) => {
      const signed = signNotice(till, by, id);
      return signed.ok ? { ok: true, value: { id } } : fail(signed.error);
    },
  };
}
