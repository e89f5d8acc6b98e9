import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { fold } from '../../../main/core/ledger/fold.ts';
import { createLedger, type Ledger } from '../../../main/core/ledger/ledger.ts';
import { migrate } from '../../../main/core/ledger/migrate.ts';
import { FIGURES_SQL, NET_SQL, readDay, type DaySums } from '../../../main/core/reports/day.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { panelWordOf } from '../../../shared/domain/charge/panel-word.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { DAY, epochMs, HOUR, MINUTE } from '../../../shared/kernel/time.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { givenUp, opened, refundDone, refundRequested, seen } from '../domain/charge/samples.ts';
import { createdAs, idOf } from '../ledger/setup-ledger.ts';

/** UTC-2 to UTC-5; São Paulo set its clocks in 2018 on 18 February and 4 November. */
const ZONES = ['America/Noronha', 'America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco'] as const;
const NIGHTS = ['2018-02-18', '2018-11-04', '2026-03-01', '2026-01-01', '2026-11-23'] as const;

interface Sale {
  readonly at: number;
  readonly amount: number;
  readonly end: 'open' | 'paid' | 'part-back' | 'all-back' | 'cancelled' | 'late';
  readonly wallet: 'pix' | 'picpay';
  readonly operator: 'ana' | 'bia';
}

const sale = (night: string): fc.Arbitrary<Sale> =>
  fc.record({
    // A day and a half on both sides of a midnight in UTC: every zone's own midnights are among them.
    at: fc
      .integer({ min: -36 * 60, max: 36 * 60 })
      .map((minutes) => Date.parse(`${night}T00:00:00Z`) + minutes * MINUTE),
    amount: fc.integer({ min: 2, max: 9_999_999 }),
    end: fc.constantFrom('open', 'paid', 'part-back', 'all-back', 'cancelled', 'late'),
    wallet: fc.constantFrom('pix', 'picpay'),
    operator: fc.constantFrom('ana', 'bia'),
  });

function eventsOf({ amount, end }: Sale): ChargeEvent[] {
  const paid = seen('approved', 1, centavos(amount));
  const back = Math.max(1, Math.floor(amount / 3));
  const ends: Record<Sale['end'], ChargeEvent[]> = {
    open: [],
    paid: [paid],
    'part-back': [paid, refundRequested(back), refundDone()],
    'all-back': [paid, refundRequested(amount), refundDone()],
    cancelled: [givenUp(), seen('cancelled')],
    late: [givenUp(), seen('cancelled'), seen('approved', 1, centavos(amount))],
  };
  return [opened(), ...ends[end]];
}

/** Year, month, day and hour as another library's people would find them. */
function local(at: number, zone: string): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
}

function write(ledger: Ledger, sales: readonly Sale[], zone: string): void {
  sales.forEach((each, place) => {
    const { amount, wallet, operator, at } = each;
    const own = { amount: centavos(amount), wallet, operator, businessDay: local(at, zone).day };
    for (const event of [{ ...createdAs(place), ...own } as ChargeEvent, ...eventsOf(each)]) {
      const applied = ledger.apply(idOf(place), event, operator, epochMs(at));
      if (!applied.ok) throw new Error(`${event.type}: ${applied.error}`);
    }
  });
}

const NOTHING: DaySums = { count: 0, paidCount: 0, paid: 0, refunded: 0, net: 0 };

function naive(charges: readonly Charge[]): DaySums {
  return charges.reduce<DaySums>((sum, { paidAmount, refundedAmount }) => {
    const paid = paidAmount ?? 0;
    return {
      count: sum.count + 1,
      paidCount: sum.paidCount + (paidAmount === null ? 0 : 1),
      paid: sum.paid + paid,
      refunded: sum.refunded + refundedAmount,
      net: sum.net + paid - refundedAmount,
    };
  }, NOTHING);
}

describe('the day’s figures', () => {
  it('are what the raw events add up to, in every zone, around midnight and when clocks are set', () => {
    const shop = fc
      .tuple(fc.constantFrom(...ZONES), fc.constantFrom(...NIGHTS))
      .chain(([zone, night]) =>
        fc.tuple(fc.constant(zone), fc.array(sale(night), { minLength: 1, maxLength: 12 })),
      );
    fc.assert(
      fc.property(shop, ([zone, sales]) => {
        const db = new Database(':memory:');
        migrate(db);
        const ledger = createLedger(db, createVirtualClock(), () => zone);
        write(ledger, sales, zone);
        const charges = sales.map((_, place) => fold(ledger.log.of(idOf(place)))!);
        for (const day of new Set(sales.map(({ at }) => local(at, zone).day))) {
          const report = readDay(db, day, zone);
          const ofDay = charges.filter((charge) => local(charge.createdAt, zone).day === day);
          expect(report.totals).toEqual(naive(ofDay));
          const check = <K>(
            rows: readonly (DaySums & Record<string, unknown>)[],
            name: string,
            keyOf: (c: Charge) => K,
          ) => {
            const expected = [...Map.groupBy(ofDay, keyOf)].map(([key, each]) => ({
              [name]: key,
              ...naive(each),
            }));
            expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
              new Set(expected.map((row) => JSON.stringify(row))),
            );
          };
          check(report.byHour as never, 'hour', ({ createdAt }) => local(createdAt, zone).hour);
          check(report.byWallet as never, 'wallet', ({ wallet }) => wallet);
          check(report.byOperator as never, 'operator', ({ operator }) => operator);
          check(report.byWord as never, 'word', ({ status }) => panelWordOf(status));
        }
        db.close();
      }),
      { numRuns: 120 },
    );
  });

  it('are measured against the same weekday of the weeks before that had sales', () => {
    const zone = 'America/Sao_Paulo';
    const db = new Database(':memory:');
    migrate(db);
    const ledger = createLedger(db, createVirtualClock(), () => zone);
    const monday = Date.parse('2026-11-23T15:00:00Z');
    const at = (days: number, amount: number): Sale => ({
      at: monday - days * DAY + HOUR,
      amount,
      end: 'paid',
      wallet: 'pix',
      operator: 'ana',
    });
    write(ledger, [at(0, 5), at(7, 1000), at(14, 2000), at(1, 999_999), at(9 * 7, 777_777)], zone);
    expect(readDay(db, '2026-11-23', zone).usual).toEqual({ net: 1500, weeks: 2 });
    expect(readDay(db, '2020-01-01', zone)).toMatchObject({ totals: NOTHING, usual: null, byHour: [] });
    db.close();
  });

  it('are read through the index of the day', () => {
    const db = new Database(':memory:');
    migrate(db);
    for (const sql of [FIGURES_SQL, NET_SQL]) {
      const plan = db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all('2026-11-23');
      const details = plan.map(({ detail }) => detail).join('; ');
      expect(details).toContain('INDEX charge_day');
      expect(details).not.toContain('SCAN');
    }
    db.close();
  });
});
