import { isDeepStrictEqual } from 'node:util';
import { waitsForOperator, type Charge, type ChargeStatus } from '../../shared/domain/charge/charge.ts';
import { isSettled } from '../../shared/domain/charge/settled.ts';
import { owesReading } from '../../shared/domain/charge/unclear.ts';
import { answerOf } from '../../shared/domain/charge/answer.ts';
import type { CustomerView } from '../../shared/contract/views.ts';
import { createChargeRepo } from '../../main/core/ledger/projections/charge-repo.ts';
import type { Closing } from '../../main/core/ledger/projections/closing-repo.ts';
import { createDiaryLog } from '../../main/core/ledger/diary-log.ts';
import { fold } from '../../main/core/ledger/projections/fold.ts';
import { isForward } from '../support/till/forward.ts';
import type { Shift } from '../../main/core/shifts/shift.ts';
import type { Till } from '../../main/core/till/till.ts';
import { createLockWatcher } from './lock-invariant.ts';
import { createClosingWatcher } from './closing-invariants.ts';
import type { ModelOrder } from './model/model-order.ts';
import { createSilenceWatcher } from './silence-invariant.ts';
import type { PaperWatcher } from './paper-invariants.ts';
import type { Setting } from './story/story.ts';
import type { World } from './world.ts';

/** Watches a world and collects what must never be. */
export interface Watcher {
  readonly broken: string[];
  claim(holds: boolean, what: string): void;
  /** Watches the paper too, where there is a printer. */
  paper: PaperWatcher | null;
  /** At every change, with what the customer sees then. */
  observe(till: Till, charge: Charge | null, screen: CustomerView['screen']): void;
  /** The till was locked just now, with this shift. Null: it may be unlocked from now on. */
  locked(shift: Shift | null): void;
  /** A shift was closed just now. */
  closed(closing: Closing): void;
  /** When everything has come to rest. Watches may still be owed unless there was a whole day of it. */
  atRest(till: Till, setting: Pick<Setting, 'wholeDay' | 'closes'>): void;
}

const ENDS: readonly ChargeStatus[] = ['cancelled', 'expired', 'failed'];

export function createWatcher(world: World): Watcher {
  const broken: string[] = [];
  const seen = new Map<string, Charge>();
  const { gateway } = world;
  const claim = (holds: boolean, what: string): void => {
    if (!holds && broken.length < 20) {
      broken.push(what);
      world.note(`BROKEN ${what}`);
    }
  };
  const closings = createClosingWatcher(claim);
  const lock = createLockWatcher(claim);
  const observeSilence = createSilenceWatcher(world, claim);
  const ordersOf = ({ attempts }: Charge): ModelOrder[] =>
    attempts.flatMap(({ orderRef }) => gateway.byRef(orderRef) ?? []);

  const observeCharge = (till: Till, charge: Charge): void => {
    const name = charge.id.slice(-5);
    const before = seen.get(charge.id);
    gateway.ripen();
    if (before !== undefined)
      claim(isForward(before, charge), `I7 ${name} went from ${before.status} to ${charge.status}`);
    if (before?.status !== charge.status && ENDS.includes(charge.status)) {
      claim(
        ordersOf(charge).every(({ status }) => status !== 'pending'),
        `I1 ${name} is called ${charge.status} and is payable`,
      );
    }
    if (before?.status === 'pending' && charge.status === 'approved' && charge.problem === null)
      watcher.paper?.paid(till, charge.id);
    seen.set(charge.id, charge);
    world.note(
      `charge ${name} v${charge.version} ${charge.status}${charge.late ? ' late' : ''}${charge.problem === null ? '' : ` (${charge.problem.code})`}`,
    );
    if (answerOf(charge, till.silence.silenceAbout(charge.id)) === 'paid') {
      const paid = ordersOf(charge).reduce((sum, order) => sum + order.paid, 0);
      claim(paid >= charge.amount, `I6 ${name} is called paid and was not`);
    }
    claim(
      charge.refundedAmount + (charge.pendingRefund?.amount ?? 0) <= (charge.paidAmount ?? 0),
      `I5 ${name} refunds more than was paid`,
    );
    if (isSettled(charge)) return;
    const unresolved = till.ledger.charges.unresolved();
    claim(
      unresolved.some(({ id }) => id === charge.id),
      `I1 ${name} hangs where it is on no list`,
    );
    claim(unresolved.filter(waitsForOperator).length <= 1, 'I3 two charges wait at once');
  };

  const observeScreen = (till: Till, screen: CustomerView['screen']): void => {
    if (screen.kind !== 'qr' && screen.kind !== 'paid') return;
    const current = till.ledger.charges.waiting();
    if (screen.kind === 'paid') {
      claim(
        current !== null && ordersOf(current).some(({ paid }) => paid > 0),
        'I6 the customer is told paid without a payment',
      );
      return;
    }
    const order = gateway.byBrCode(screen.brCode);
    claim(
      order !== null && current?.attempts.at(-1)?.orderRef === order.ref,
      'I3 a QR is shown that is not of the charge on the counter',
    );
    claim(order !== null && order.total === screen.amount, 'I3 a QR is shown with another amount');
  };

  const checkOrder = (till: Till, order: ModelOrder): void => {
    const charge = till.ledger.charges.byOrderRef(order.ref);
    const ref = order.ref.slice(-7);
    claim(charge !== null, `I2 ${ref} is not in the ledger`);
    claim(order.status !== 'pending', `I1 ${ref} is payable at rest`);
    claim(order.refunded <= order.paid, `I5 ${ref} refunded more than came`);
    if (charge === null) return;
    const orders = ordersOf(charge);
    const paid = orders.reduce((sum, each) => sum + each.paid, 0);
    const refunded = orders.reduce((sum, each) => sum + each.refunded, 0);
    const name = charge.id.slice(-5);
    claim((charge.paidAmount ?? 0) === paid, `I4 ${name}: ledger ${charge.paidAmount ?? 0}, gateway ${paid}`);
    claim(
      charge.refundedAmount === refunded,
      `I4 ${name}: ledger refunded ${charge.refundedAmount}, gateway ${refunded}`,
    );
  };

  const watcher: Watcher = {
    broken,
    claim,
    paper: null,
    observe(till, charge, screen) {
      if (charge !== null) observeCharge(till, charge);
      observeScreen(till, screen);
      observeSilence(till, screen);
      lock.observe(till);
    },
    locked: lock.told,
    closed: closings.closed,
    atRest(till, { wholeDay, closes }) {
      const { charges, log, jobs, db } = till.ledger;
      gateway.ripen();
      for (const { id, status, attempts } of charges.unresolved())
        claim(
          false,
          `I1 ${id.slice(-5)} is ${status} at rest (${attempts.map((each) => each.status).join(',')})`,
        );
      const refs = new Set<string>();
      for (const order of gateway.orders) {
        claim(!refs.has(order.ref), `I10 ${order.ref.slice(-7)} was used twice`);
        refs.add(order.ref);
        checkOrder(till, order);
      }
      claim(log.firstBroken() === null, 'I8 the hash chain is broken');
      const [differs] = createDiaryLog(db).before('ledger-head-differs', Number.MAX_SAFE_INTEGER, 1);
      claim(differs === undefined, `I8 the head outside is called ${String(differs?.body['kind'])}`);
      // Read anew: what the till remembers proves nothing about its tables.
      const stored = createChargeRepo(db);
      for (const id of db.prepare<[], string>('SELECT id FROM charge').pluck().all())
        claim(
          isDeepStrictEqual(foldOrNull(log.of(id)), stored.byId(id)),
          `I8 ${id.slice(-5)} is not the fold of its events`,
        );
      for (const { kind, chargeId, attempt, lastError } of jobs.living()) {
        // A refund that no word of the gateway can prove is read on for ever.
        const isOpen = charges
          .byId(chargeId)
          ?.attempts.some((each) => each.no === attempt && owesReading(each));
        claim(
          kind === 'watch' && (isOpen === true || !wholeDay),
          `I9 ${kind} of ${chargeId.slice(-5)} is still owed (${lastError ?? ''})`,
        );
      }
      if (closes) closings.atRest(till, gateway.orders);
      watcher.paper?.atRest(till);
    },
  };
  return watcher;
}

function foldOrNull(events: Parameters<typeof fold>[0]): Charge | null {
  try {
    return fold(events);
  } catch {
    return null; // not equal to any row, and so told as broken
  }
}
