import * as fc from 'fast-check';
import Database from 'better-sqlite3';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { panelStatusOf, type PanelStatus } from '../../../shared/domain/charge/panel-status.ts';
import { businessDay } from '../../../shared/domain/business-day/business-day.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { epochMs, HOUR, MINUTE } from '../../../shared/kernel/time.ts';
import { ulid } from '../../../shared/kernel/ulid.ts';
import { createLedger, type Ledger } from '../../../main/core/ledger/ledger.ts';
import { migrate } from '../../../main/core/ledger/migrate.ts';
import { fold } from '../../../main/core/ledger/projections/fold.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { anyHistory } from '../domain/charge/any-history.ts';
import { created, finalized, givenUp } from '../domain/charge/samples.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** UTC-2 to UTC-5. */
const ZONES = ['America/Noronha', 'America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco'] as const;

/** Midnights: the ends of a month and of a year, and the clock changes of 2018 in Brazil. */
const TURNS = [
  Date.UTC(2026, 1, 28, 24),
  Date.UTC(2025, 11, 31, 24),
  Date.UTC(2018, 1, 17, 24),
  Date.UTC(2018, 10, 3, 24),
  Date.UTC(2026, 4, 12, 24),
];

const anySale = fc.record({
  history: anyHistory,
  /** Minutes after the midnight in UTC; sometimes days away from it. */
  minutes: fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: -50_000, max: 50_000 })),
  wallet: fc.constantFrom('pix', 'pix', 'picpay', 'mercadopago'),
  operator: fc.constantFrom('ana', 'bia'),
  /** Undefined: of a version that did not store it. */
  store: fc.constantFrom('Centro', 'Norte', undefined),
  amount: fc.constantFrom(1000, 1000, 499, 500, 1999, 5000, 123_456),
  reference: fc.constantFrom(null, 'PDV 8841', 'pdv 88', 'Mesa 41', 'PDV 8842', '1', 'Cupom 5_50%'),
  endToEnd: fc.constantFrom('E0000000020260302AbCd1234', 'E0000000020260302AbCd9234', 'x-1234', 'E1'),
});

/** The plan of a ledger. */
export const anyLedger = fc.record({
  sales: fc.array(anySale, { minLength: 1, maxLength: 9 }),
  zone: fc.constantFrom(...ZONES),
  turn: fc.constantFrom(...TURNS),
});
export type LedgerPlan = typeof anyLedger extends fc.Arbitrary<infer T> ? T : never;

export interface FilledLedger {
  readonly db: Database.Database;
  readonly ledger: Ledger;
  readonly zone: string;
  readonly charges: readonly Charge[];
}

/** Fills a real ledger by the plan, without events that the state machine refuses. `charges` are folded from their own events. */
export function fillLedger({ sales, zone, turn }: LedgerPlan): FilledLedger {
  const clock = createVirtualClock();
  const db = new Database(':memory:');
  migrate(db);
  const ledger = createLedger(db, clock, () => zone, createDullRandom());
  const ids = sales.map(({ minutes }, place) => {
    const at = epochMs(turn + minutes * MINUTE);
    return ulid(at, {
      bytes: (length) => new Uint8Array(length).map((_, no) => place * 7 + no * 3),
    });
  });
  sales.forEach((sale, place) => {
    const { minutes, wallet, operator, store, amount, reference, history, endToEnd } = sale;
    const id = ids[place]!;
    const first = epochMs(turn + minutes * MINUTE);
    const event = {
      ...created,
      id,
      requestId: `request-${place}`,
      orderRef: `01ABC-${place}-1`,
      till: `caixa-${place % 5}${place}`,
      ...(store === undefined ? {} : { store }),
      wallet,
      operator,
      amount: centavos(amount),
      reference,
      businessDay: businessDay(first, zone),
    } as ChargeEvent;
    const applied = ledger.apply(id, event, byWindow(operator), first);
    if (!applied.ok) throw new Error(applied.error);
    history.forEach((step, turnNo) => {
      const own = {
        ...('orderRef' in step.event ? { orderRef: `01ABC-${place}-${step.event.orderRef}` } : {}),
        ...('orderId' in step.event ? { orderId: `ab12cd-${place}-${step.event.orderId}` } : {}),
        ...('endToEndId' in step.event && step.event.endToEndId !== null ? { endToEndId: endToEnd } : {}),
      };
      ledger.apply(
        id,
        { ...step.event, ...own } as ChargeEvent,
        byWindow('ana'),
        epochMs(first + turnNo * HOUR),
      );
    });
    // A till has one charge that waits for its operator: the last one.
    const waiting = place < sales.length - 1 ? ledger.charges.waiting() : null;
    if (waiting !== null) {
      const end = waiting.status === 'approved' ? finalized : givenUp();
      ledger.apply(id, end, byWindow('ana'), epochMs(first + history.length * HOUR));
    }
  });
  return { db, ledger, zone, charges: ids.map((id) => fold(ledger.log.of(id))!) };
}

/** The figures of charges, added up one by one. */
export function sumOf(charges: readonly Charge[]): Record<string, number> {
  const sum = { count: 0, amount: 0, paidCount: 0, paid: 0, refunded: 0, net: 0 };
  for (const charge of charges) {
    sum.count += 1;
    sum.amount += charge.amount;
    sum.paidCount += charge.paidAmount === null ? 0 : 1;
    sum.paid += charge.paidAmount ?? 0;
    sum.refunded += charge.refundedAmount;
    sum.net += (charge.paidAmount ?? 0) - charge.refundedAmount;
  }
  return sum;
}

/** The figures by `keyOf`. */
export function sumsBy<K extends string | number>(
  charges: readonly Charge[],
  keyOf: (charge: Charge) => K,
): Record<string, Record<string, number>> {
  const groups = [...Map.groupBy(charges, keyOf)].map(([key, each]) => [String(key), sumOf(each)] as const);
  return Object.fromEntries(groups.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The panel word of a charge. */
export const panelOf = (charge: Charge): PanelStatus => panelStatusOf(charge);
