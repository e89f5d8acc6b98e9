import type { session } from '../../../shared/contract/session.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import { addOperator, closeShift, configure, nameShop, signIn } from '../commands/session.ts';
import { chooseWallet } from '../commands/choose-wallet.ts';
import { signedIn } from './meet-needs.ts';
import type { ManagerDesk } from './manager-desk.ts';
import type { Uses } from './pipeline.ts';
import { toClosingView } from './views/closing-view.ts';
import { fail, refuse } from './failure-reply.ts';

/** Creates the methods for people, shifts, and the settings of the cashier's window. */
export function createSessionUses(desk: ManagerDesk): Pick<Uses, keyof typeof session> {
  return {
    'session/sign-in': async ({ operatorId, pin }, { till }) => {
      const signed = await signIn(till, operatorId, pin);
      if (!signed.ok) return refuse(signed.error);
      const { id, name, role } = signed.value;
      return { ok: true, value: { operatorId: id, name, role } };
    },
    'session/close-shift': ({ shiftId }, { till, actor }) => {
      // The closing of an earlier shift is returned to anyone. A shift of the API is closed by the API.
      const isOver = shiftId !== undefined && till.shifts.open()?.id !== shiftId;
      if (signedIn(till, 'close-shift') === null && !isOver) return fail('not-signed-in');
      const closed = closeShift(till, actor, shiftId);
      if (!closed.ok) {
        const { code, chargeIds } = closed.error;
        return chargeIds.length === 0
          ? fail(code)
          : fail(code, { codes: chargeIds.map(shortCode).join(', ') });
      }
      // Records now that the manager at the screens is gone, so that the diary has both ends together.
      desk.present();
      return { ok: true, value: toClosingView(closed.value, till) };
    },
    'session/add-operator': async (input, { till, actor }) => {
      const added = await addOperator(till, input, actor);
      return added.ok ? { ok: true, value: { operatorId: added.value.id } } : fail(added.error);
    },
    'session/choose-wallet': ({ wallet, pixDictKey }, { till, actor }) => {
      const chosen = chooseWallet(till, { wallet, pixDictKey }, actor);
      return chosen.ok ? { ok: true, value: { wallet } } : fail(chosen.error);
    },
    'session/name-shop': (input, { till, actor }) => {
      nameShop(till, input, actor);
      return { ok: true, value: { shopName: input.shopName } };
    },
    'session/configure': (input, { till, actor }) => {
      const configured = configure(till, input, actor);
      if (configured.ok) return { ok: true, value: { timeLimitMinutes: input.timeLimitMinutes } };
      return fail(configured.error);
    },
    'session/dismiss-notice': ({ id }, { till }) => {
      if (!till.notices.dismiss(id)) return fail('not-found');
      till.touch();
      return { ok: true, value: { id } };
    },
  };
}
