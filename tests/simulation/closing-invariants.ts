import { isDeepStrictEqual } from 'node:util';
import { createClosingRepo, type Closing } from '../../main/core/ledger/projections/closing-repo.ts';
import type { Till } from '../../main/core/till/till.ts';
import type { ModelOrder } from './model/model-order.ts';

/** I14: every centavo that came or was refunded is in exactly one closing, and no closing changes afterwards. */
export interface ClosingWatcher {
  closed(closing: Closing): void;
  /** Holds all closings together against the gateway's orders. The last shift is closed. */
  atRest(till: Till, orders: readonly ModelOrder[]): void;
}

const ALL = 1_000_000;

export function createClosingWatcher(claim: (holds: boolean, what: string) => void): ClosingWatcher {
  const told = new Map<string, Closing>();
  return {
    closed: (closing) => void told.set(closing.shiftId, closing),
    atRest(till, orders) {
      claim(till.shifts.open() === null, 'I14 the last shift does not close');
      const closings = createClosingRepo(till.ledger.db).before(Number.MAX_SAFE_INTEGER, ALL);
      const sum = (of: (closing: Closing) => number): number =>
        closings.reduce((total, closing) => total + of(closing), 0);
      const received = sum(({ figures }) => figures.received.total);
      const refunds = sum(({ figures }) => figures.refunds.total);
      const paid = orders.reduce((total, order) => total + order.paid, 0);
      const refunded = orders.reduce((total, order) => total + order.refunded, 0);
      claim(received === paid, `I14 the closings say ${received} received, the gateway ${paid}`);
      claim(refunds === refunded, `I14 the closings say ${refunds} refunded, the gateway ${refunded}`);
      const kept = new Map(closings.map((closing) => [closing.shiftId, closing]));
      for (const [id, closing] of told)
        claim(isDeepStrictEqual(kept.get(id), closing), `I14 closing ${id.slice(-5)} is not what was told`);
    },
  };
}
