import { refundable, type Charge } from '../../../shared/domain/charge/charge.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { placeCharge } from '../../../main/core/charges/place-charge.ts';
import type { Till } from '../../../main/core/till.ts';
import type { World } from '../world.ts';

/** A hurried person at the till: impatient, pressing Enter twice, walking away, changing their mind. */
export interface Cashier {
  /** One glance at the screen and perhaps one act. */
  step(): void;
  /** The end of the day: everything that a person can settle is settled. Gives true when nothing is left to do. */
  wrapUp(): boolean;
}

const ACTOR = 'ana';
/** One charge in four, by its id's last letter, and half of those by the one before. */
const FORCED = /[0-7]$/;
const FORCED_AS_PAID = /[0-9A-F].$/;

export function createCashier(world: World): Cashier {
  const { random } = world;
  let requests = 0;

  const place = (till: Till, requestId: string, amount: number): void => {
    const shift = till.shifts.open();
    if (shift === null) return;
    const placed = placeCharge(till, { requestId, amount }, shift.id, ACTOR);
    world.note(
      `cashier charges ${amount}: ${placed.ok ? `${placed.value.charge.id.slice(-5)} ${placed.value.fresh ? 'new' : 'same'}` : placed.error.code}`,
    );
  };

  const sell = (till: Till): void => {
    const requestId = `request-${requests++}`;
    const amount = random.pick([100, 800, 2590, 99_999, 9_999_999, random.between(1, 100_000)]);
    place(till, requestId, amount);
    if (random.chance(0.2)) place(till, requestId, amount);
    if (random.chance(0.1)) place(till, `request-${requests++}`, amount);
  };

  const act = (till: Till, charge: Charge, type: 'finalized' | 'given-up'): void => {
    const event =
      type === 'finalized' ? ({ type } as const) : ({ type, cause: 'operator', reason: null } as const);
    const acted = till.service.act(charge.id, event, ACTOR);
    world.note(`cashier ${type} ${charge.id.slice(-5)}: ${acted.ok ? acted.value.status : acted.error}`);
  };

  const refund = (till: Till, charge: Charge): void => {
    const most = refundable(charge);
    if (most === 0) return;
    // One part more after a part can end in a doubt that no ledger resolves alone: not played here.
    const amount = charge.refundedAmount > 0 || random.chance(0.5) ? most : random.between(1, most);
    const asked = till.service.refund(charge.id, `refund-${requests++}`, centavos(amount), null, ACTOR);
    world.note(
      `cashier refunds ${amount} of ${charge.id.slice(-5)}: ${asked.ok ? asked.value.status : asked.error}`,
    );
  };

  const withCurrent = (till: Till, charge: Charge): void => {
    till.found.delete(charge.id);
    if (charge.status === 'approved') {
      if (random.chance(0.7)) act(till, charge, 'finalized');
      else if (random.chance(0.1)) refund(till, charge);
      return;
    }
    if (random.chance(0.15)) act(till, charge, 'given-up');
    else if (charge.status === 'pending' && random.chance(0.1)) till.service.extend(charge.id, ACTOR);
    else if (charge.status === 'creating' && random.chance(0.3)) till.service.retry(charge.id, ACTOR);
  };

  /** The manager is called for some of what hangs, and is not always right. Draws no chance: older seeds keep their stories. */
  const force = (till: Till, charge: Charge): void => {
    const outcome = FORCED_AS_PAID.test(charge.id) ? 'paid' : 'not-paid';
    const event = { type: 'forced', outcome, reason: 'sem resposta', by: 'marta' } as const;
    const acted = till.service.act(charge.id, event, 'marta');
    world.note(
      `manager forces ${charge.id.slice(-5)} ${outcome}: ${acted.ok ? acted.value.status : acted.error}`,
    );
  };

  const settleOne = (till: Till, charge: Charge): void => {
    if (charge.status === 'queued' || charge.status === 'creating' || charge.status === 'pending')
      act(till, charge, 'given-up');
    else if (charge.status === 'cancelling' || charge.status === 'refund_pending') {
      if (FORCED.test(charge.id)) force(till, charge);
    } else if (charge.status === 'approved' || charge.status === 'partially_refunded') {
      if (charge.late && random.chance(0.5)) refund(till, charge);
      else act(till, charge, 'finalized');
    }
  };

  return {
    step: () =>
      void world.act((till) => {
        const current = till.ledger.charges.waiting(till.settings.get().tillName);
        if (current !== null) withCurrent(till, current);
        else if (random.chance(0.6)) sell(till);
        const others = till.ledger.charges.unresolved().filter(({ id }) => id !== current?.id);
        if (others.length > 0 && random.chance(0.2)) settleOne(till, random.pick(others));
        const done = till.ledger.charges.newest();
        if (done?.finalizedAt != null && random.chance(0.05)) refund(till, done);
      }),
    wrapUp() {
      const left = world.act((till) => {
        const open = till.ledger.charges.unresolved();
        for (const charge of open) settleOne(till, charge);
        return open.length;
      });
      return left === 0;
    },
  };
}
