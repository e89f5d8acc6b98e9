import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import type { Reply } from '../../../shared/contract/define.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import type { Core } from '../till/core.ts';
import { managerAt, type ManagerDesk, type ManagerThere } from './manager-desk.ts';
import { toChargeView } from './views/charge-view.ts';
import { fail } from './words.ts';

/** What the manager at the screens does about a charge without a PIN of its own: refunds and force ask for one each time. */
export function createSettleHandlers(
  core: Core,
  desk: ManagerDesk,
): Pick<Handlers, 'manager/finalize' | 'manager/cancel' | 'manager/check'> {
  const present = (): ManagerThere | null => managerAt(core, desk, 'sell');
  const act = <E extends string>(
    id: string,
    event: ChargeEvent,
    refused: E,
  ): Reply<ChargeView, E | 'manager-needed' | 'not-found' | 'storage-failed'> => {
    const there = present();
    if (there === null) return fail('manager-needed');
    const { till, manager } = there;
    const done = till.service.act(id, event, manager.id);
    if (!done.ok)
      return fail(done.error === 'not-found' || done.error === 'storage-failed' ? done.error : refused);
    till.found.delete(id);
    return { ok: true, value: toChargeView(done.value, till) };
  };
  return {
    'manager/finalize': ({ id }) => act(id, { type: 'finalized' }, 'not-approved'),
    'manager/cancel': ({ id }) =>
      act(id, { type: 'given-up', cause: 'operator', reason: null }, 'not-cancellable'),
    'manager/check': async ({ id }) => {
      const there = present();
      if (there === null) return fail('manager-needed');
      const { till } = there;
      if (till.ledger.charges.byId(id) === null) return fail('not-found');
      const answered = await till.lookAt(id);
      const charge = till.ledger.charges.byId(id);
      return charge === null
        ? fail('not-found')
        : { ok: true, value: { charge: toChargeView(charge, till), answered } };
    },
  };
}
