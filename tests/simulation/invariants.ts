import { isDeepStrictEqual } from 'node:util';
import {
  isSettled,
  waitsForOperator,
  type Charge,
  type ChargeStatus,
} from '../../shared/domain/charge/charge.ts';
import { answerOf } from '../../shared/domain/charge/answer.ts';
import { isHeard } from '../../main/core/presenter/is-heard.ts';
import type { CustomerView } from '../../shared/contract/views.ts';
import { fold } from '../../main/core/ledger/fold.ts';
import { FORWARD } from '../support/till/forward.ts';
import type { Till } from '../../main/core/till.ts';
import type { PaperWatcher } from './paper-invariants.ts';
import type { World } from './world.ts';

/** Watches a world and collects what must never be. */
export interface Watcher {
  readonly broken: string[];
  claim(holds: boolean, what: string): void;
  /** Watches the paper too, where there is a printer. */
  paper: PaperWatcher | null;
  /** At every change, with what the customer sees then. */
  observe(till: Till, charge: Charge | null, screen: CustomerView['screen']): void;
  /** When everything has come to rest. Watches may still be owed unless `wholeDay`. */
  atRest(till: Till, wholeDay: boolean): void;
}

function foldOrNull(events: Parameters<typeof fold>[0]): Charge | null {
  try {
    return fold(events);
  } catch {
    return null; // not equal to any row, and so told as broken
  }
}

export function createWatcher(world: World): Watcher {
  const broken: string[] = [];
  const seen = new Map<string, ChargeStatus>();
  const claim = (holds: boolean, what: string): void => {
    if (!holds && broken.length < 20) {
      broken.push(what);
      world.note(`BROKEN ${what}`);
    }
  };
  const orderOf = (charge: Charge) =>
    world.gateway.orders.filter(({ ref }) => charge.attempts.some(({ orderRef }) => orderRef === ref));

  const watcher: Watcher = {
    broken,
    claim,
    paper: null,
    observe(till, charge, screen) {
      const unresolved = till.ledger.charges.unresolved();
      if (charge !== null) {
        const before = seen.get(charge.id);
        if (before !== undefined && before !== charge.status) {
          claim(
            FORWARD[before].includes(charge.status),
            `I7 ${charge.id.slice(-5)} went from ${before} to ${charge.status}`,
          );
        }
        if (before !== charge.status && ['cancelled', 'expired', 'failed'].includes(charge.status)) {
          claim(
            orderOf(charge).every(({ status }) => status !== 'pending'),
            `I1 ${charge.id.slice(-5)} is called ${charge.status} and is payable`,
          );
        }
        if (before === 'pending' && charge.status === 'approved' && charge.problem === null)
          watcher.paper?.paid(till, charge.id);
        seen.set(charge.id, charge.status);
        world.note(
          `charge ${charge.id.slice(-5)} v${charge.version} ${charge.status}${charge.late ? ' late' : ''}${charge.problem === null ? '' : ` (${charge.problem.code})`}`,
        );
        const paid = orderOf(charge).reduce((sum, order) => sum + order.paid, 0);
        if (answerOf(charge, isHeard(charge, till)) === 'paid')
          claim(paid >= charge.amount, `I6 ${charge.id.slice(-5)} is called paid and was not`);
        claim(
          charge.refundedAmount + (charge.pendingRefund?.amount ?? 0) <= (charge.paidAmount ?? 0),
          `I5 ${charge.id.slice(-5)} returns more than was paid`,
        );
        claim(
          isSettled(charge) || unresolved.some(({ id }) => id === charge.id),
          `I1 ${charge.id.slice(-5)} hangs where nobody sees it`,
        );
      }
      claim(unresolved.filter(waitsForOperator).length <= 1, 'I3 two charges wait at once');
      if (screen.kind === 'qr') {
        const order = world.gateway.orders.find(({ brCode }) => brCode === screen.brCode);
        const current = till.ledger.charges.waiting(till.settings.get().tillName);
        claim(
          order !== undefined && current?.attempts.at(-1)?.orderRef === order.ref,
          'I3 a QR is shown that is not of the charge on the counter',
        );
        claim(order !== undefined && order.total === screen.amount, 'I3 a QR is shown with another amount');
      }
      if (screen.kind === 'paid') {
        const current = till.ledger.charges.waiting(till.settings.get().tillName);
        claim(
          current !== null && orderOf(current).some(({ paid }) => paid > 0),
          'I6 the customer is told paid without a payment',
        );
      }
    },
    atRest(till, wholeDay) {
      const { charges, log, jobs, db } = till.ledger;
      const open = charges.unresolved();
      for (const charge of open)
        claim(
          false,
          `I1 ${charge.id.slice(-5)} is ${charge.status} at rest (${charge.attempts.map(({ status }) => status).join(',')})`,
        );
      const refs = new Set<string>();
      for (const order of world.gateway.orders) {
        claim(!refs.has(order.ref), `I10 ${order.ref.slice(-7)} was used twice`);
        refs.add(order.ref);
        const charge = charges.byOrderRef(order.ref);
        claim(charge !== null, `I2 ${order.ref.slice(-7)} is not in the ledger`);
        claim(order.status !== 'pending', `I1 ${order.ref.slice(-7)} is payable at rest`);
        claim(order.refunded <= order.paid, `I5 ${order.ref.slice(-7)} gave back more than came`);
        if (charge === null) continue;
        const orders = orderOf(charge);
        const paid = orders.reduce((sum, each) => sum + each.paid, 0);
        const refunded = orders.reduce((sum, each) => sum + each.refunded, 0);
        claim(
          (charge.paidAmount ?? 0) === paid,
          `I4 ${charge.id.slice(-5)}: ledger ${charge.paidAmount ?? 0}, gateway ${paid}`,
        );
        claim(
          charge.refundedAmount === refunded,
          `I4 ${charge.id.slice(-5)}: ledger gave back ${charge.refundedAmount}, gateway ${refunded}`,
        );
      }
      claim(log.firstBroken() === null, 'I8 the hash chain is broken');
      const ids = db.prepare<[], { id: string }>('SELECT id FROM charge').all();
      for (const { id } of ids) {
        claim(
          isDeepStrictEqual(foldOrNull(log.of(id)), charges.byId(id)),
          `I8 ${id.slice(-5)} is not the fold of its events`,
        );
      }
      for (const { kind, chargeId, lastError } of jobs.living()) {
        claim(
          kind === 'watch' && !wholeDay,
          `I9 ${kind} of ${chargeId.slice(-5)} is still owed (${lastError ?? ''})`,
        );
      }
      watcher.paper?.atRest(till);
    },
  };
  return watcher;
}
