import { refundable, waitsForOperator, type Charge } from '../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../shared/domain/charge/settled.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { placeCharge } from '../../../main/core/commands/place-charge.ts';
import type { Closing } from '../../../main/core/ledger/projections/closing-repo.ts';
import type { Shift } from '../../../main/core/shifts/shift.ts';
import type { Till } from '../../../main/core/till/till.ts';
import { Crash } from '../crashing-database.ts';
import type { Act, PinAct } from '../story/story.ts';
import type { World } from '../world.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

type Settle = Extract<Act, { do: 'settle' }>;
type CashierAct = Exclude<Act, { do: 'print' | 'answer-slip' } | PinAct>;

/** A hurried person at the till: impatient, pressing Enter twice, walking away, changing their mind. */
export interface Cashier {
  act(act: CashierAct): void;
  /** The end of the day: everything that a person can settle is settled. True when nothing is left to do. */
  wrapUp(): boolean;
  /** Every shift that was closed, as the till said it. */
  readonly closings: readonly Closing[];
  onClosing(listener: (closing: Closing) => void): void;
  /** Told the shift that is locked, and null as soon as it may not be locked any more. */
  onLock(listener: (locked: Shift | null) => void): void;
}

const MANAGER = 'marta';

export function createCashier(world: World): Cashier {
  const { people } = world.chances;
  const closings: Closing[] = [];
  const listeners: ((closing: Closing) => void)[] = [];
  const lockListeners: ((locked: Shift | null) => void)[] = [];
  let requests = 0;

  const operator = (till: Till): string => till.shifts.open()?.operatorId ?? MANAGER;

  const place = (till: Till, requestId: string, amount: number): void => {
    const shift = till.shifts.open();
    if (shift === null) return;
    const placed = placeCharge(till, byWindow(shift.operatorId), { requestId, amount });
    world.note(
      `cashier charges ${amount}: ${placed.ok ? `${placed.value.charge.id.slice(-5)} ${placed.value.fresh ? 'new' : 'same'}` : placed.error.code}`,
    );
  };

  const apply = (till: Till, charge: Charge, event: ChargeEvent): void => {
    const acted = till.service.act(charge.id, event, byWindow(operator(till)));
    world.note(
      `cashier ${event.type} ${charge.id.slice(-5)}: ${acted.ok ? acted.value.status : acted.error}`,
    );
  };

  const refund = (till: Till, charge: Charge | null, part: number): void => {
    const most = charge === null ? 0 : refundable(charge);
    if (charge === null || most === 0) return;
    // One part more after a part can end in a doubt that no ledger resolves alone: not played here.
    const amount = charge.refundedAmount > 0 ? most : Math.max(1, Math.round(most * part));
    const id = `refund-${requests++}`;
    const asked = till.service.refund(charge.id, id, centavos(amount), null, byWindow(operator(till)));
    world.note(
      `cashier refunds ${amount} of ${charge.id.slice(-5)}: ${asked.ok ? asked.value.status : asked.error}`,
    );
  };

  const force = (till: Till, charge: Charge, outcome: 'paid' | 'not-paid'): void =>
    apply(till, charge, { type: 'forced', outcome, reason: 'sem resposta', by: MANAGER });

  const settle = (till: Till, charge: Charge, { late, hanging }: Pick<Settle, 'late' | 'hanging'>): void => {
    switch (charge.status) {
      case 'queued':
      case 'creating':
      case 'pending':
        return apply(till, charge, { type: 'given-up', cause: 'operator', reason: null });
      case 'cancelling':
      case 'refund_pending':
        return hanging === 'wait' ? undefined : force(till, charge, hanging);
      case 'approved':
      case 'partially_refunded':
        return charge.late && late === 'refund'
          ? refund(till, charge, 1)
          : apply(till, charge, { type: 'finalized' });
      default:
    }
  };

  const closeShift = (till: Till): void => {
    const who = operator(till);
    const ended = till.shifts.end(byWindow(who));
    if (ended.ok) {
      closings.push(ended.value);
      world.backUp();
      for (const listener of listeners) listener(ended.value);
    }
    world.note(`${who} closes the shift: ${ended.ok ? ended.value.shiftId.slice(-5) : ended.error.code}`);
  };

  const tellLock = (locked: Shift | null): void => {
    for (const listener of lockListeners) listener(locked);
  };

  const lock = (till: Till): void => {
    const done = till.shifts.lock(byWindow(operator(till)), 'asked');
    world.note(`${operator(till)} locks the till: ${done.ok ? 'locked' : done.error}`);
    if (done.ok) tellLock(till.shifts.open());
  };

  const unlock = (till: Till, who: string | null): void => {
    // A crash in the middle leaves it locked or not.
    tellLock(null);
    const done = till.shifts.unlock(byWindow(who ?? operator(till)));
    world.note(`the till is unlocked: ${done.ok ? done.value.operatorId : done.error}`);
  };

  const look = (till: Till): void => {
    const charge = till.ledger.charges.newest();
    if (charge === null) return;
    world.note(`cashier asks the gateway about ${charge.id.slice(-5)}`);
    void till.askGatewayAbout(charge.id).catch((error: unknown) => {
      if (!(error instanceof Crash)) world.bugs.push(`look: ${String(error)}`);
    });
  };

  const current = (till: Till): Charge | null => till.ledger.charges.waiting();

  const withCurrent = (till: Till, act: 'finalize' | 'give-up' | 'extend' | 'retry'): void => {
    const charge = current(till);
    if (charge === null) return;
    till.leftFromLastRun.delete(charge.id);
    if (act === 'finalize') apply(till, charge, { type: 'finalized' });
    else if (act === 'give-up') apply(till, charge, { type: 'given-up', cause: 'operator', reason: null });
    else if (act === 'extend') till.service.extend(charge.id, byWindow(operator(till)));
    else till.service.retry(charge.id, byWindow(operator(till)));
  };

  const sell = (till: Till, { amount, repeat }: Extract<Act, { do: 'sell' }>): void => {
    const requestId = `request-${requests++}`;
    place(till, requestId, amount);
    if (repeat === 'same-again') place(till, requestId, amount);
    if (repeat === 'another') place(till, `request-${requests++}`, amount);
  };

  const settleOne = (till: Till, act: Settle): void => {
    const others = till.ledger.charges.unresolved().filter((charge) => !waitsForOperator(charge));
    const charge = others[Math.floor(act.which * others.length)];
    if (charge !== undefined) settle(till, charge, act);
  };

  const confirmKeys = (till: Till): void => {
    if (till.keys.unconfirmed() === null) return;
    till.keys.confirm(byWindow(MANAGER));
    world.keysConfirmed();
    world.note('manager confirms the keys');
  };

  const carryOut = (till: Till, act: CashierAct): void => {
    // The port of the window takes nothing else then. Backups are made by the till.
    if (till.shifts.lockedSince() !== null && act.do !== 'unlock' && act.do !== 'back-up') return;
    switch (act.do) {
      case 'lock':
        return lock(till);
      case 'unlock':
        return unlock(till, act.operator);
      case 'sell':
        return sell(till, act);
      case 'refund':
        return refund(till, act.of === 'current' ? current(till) : till.ledger.charges.newest(), act.part);
      case 'settle':
        return settleOne(till, act);
      case 'close-shift':
        return closeShift(till);
      case 'open-shift':
        return void till.shifts.begin(byWindow(act.operator));
      case 'back-up':
        return world.backUp();
      case 'look':
        return look(till);
      case 'confirm-keys':
        return confirmKeys(till);
      default:
        return withCurrent(till, act.do);
    }
  };

  return {
    closings,
    onClosing: (listener) => void listeners.push(listener),
    onLock: (listener) => void lockListeners.push(listener),
    act: (act) => void world.act((till) => carryOut(till, act)),
    wrapUp() {
      const left = world.act((till) => {
        // The jobs that were held begin now.
        const wereHeld = till.keys.unconfirmed() !== null;
        confirmKeys(till);
        if (till.shifts.lockedSince() !== null) unlock(till, null);
        const open = till.ledger.charges.unresolved();
        for (const charge of open) {
          const late = people.chance(0.5) ? 'refund' : 'keep';
          const hanging = people.pick(['wait', 'wait', 'wait', 'paid', 'not-paid'] as const);
          settle(till, charge, { late, hanging });
        }
        return wereHeld ? 1 : open.filter((charge) => !isSearchedFor(charge)).length;
      });
      return left === 0;
    },
  };
}

/** Settled, but for the order of a request without an answer, which is proven absent only after its 60 minutes. */
function isSearchedFor(charge: Charge): boolean {
  const isOver = isSettled(charge) || charge.status === 'cancelling';
  return (
    isOver &&
    charge.status !== 'refund_pending' &&
    charge.attempts.every(({ status }) => status !== 'open' && status !== 'sent')
  );
}
