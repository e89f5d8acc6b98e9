import * as fc from 'fast-check';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createShifts, type Shifts } from '../../../main/core/shifts/shifts.ts';
import { createClosingRepo, type Closing } from '../../../main/core/ledger/projections/closing-repo.ts';
import { migrate } from '../../../main/core/ledger/migrate.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import { rebuildProjections } from '../../../main/core/ledger/projections/rebuild.ts';
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { createVirtualClock, type VirtualClock } from '../../support/time/virtual-clock.ts';
import { anyHistory } from '../domain/charge/any-history.ts';
import { finalized, opened, refundDone, refundRequested, seen } from '../domain/charge/samples.ts';
import { sumOf, tablesFrom } from './closing-reference.ts';
import {
  createdAs,
  happen,
  idOf,
  ledgerOn,
  memoryLedger,
  projections,
  takeTurns,
} from '../ledger/setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** Shifts that end whatever is open, so that a closing may fall anywhere in a history. */
function careless(ledger: Ledger, clock: VirtualClock): Shifts {
  return createShifts(
    { ...ledger, charges: { ...ledger.charges, unresolved: () => [] } },
    clock,
    createDullRandom(),
  );
}

const allClosings = (db: Database.Database): Closing[] =>
  createClosingRepo(db).before(Number.MAX_SAFE_INTEGER, 1_000).reverse();

describe('a closing', () => {
  it('says what the raw events of its shift say, wherever it falls, and is made again from them', () => {
    const shape = fc.tuple(
      fc.array(anyHistory, { minLength: 1, maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: 41, maxLength: 41 }),
    );
    fc.assert(
      fc.property(shape, ([histories, cuts]) => {
        const clock = createVirtualClock();
        const db = new Database(':memory:');
        migrate(db);
        const ledger = ledgerOn(db, clock);
        const shifts = careless(ledger, clock);
        shifts.begin(byWindow('ana'));
        takeTurns(ledger, histories, (turn) => {
          clock.jump(MINUTE);
          if (cuts[turn] !== true) return;
          shifts.end(byWindow('ana'));
          shifts.begin(byWindow('ana'));
        });
        shifts.end(byWindow('ana'));

        const closings = allClosings(db);
        const tables = tablesFrom(ledger.log.since(0, -1));
        expect(closings).toHaveLength(tables.length);
        for (const [place, { figures }] of closings.entries()) {
          const table = tables[place]!;
          expect(figures.charges).toEqual(sumOf(table, 'status '));
          expect(figures.received).toEqual(sumOf(table, 'received '));
          expect(figures.refunds).toEqual(sumOf(table, 'refunds '));
          expect(figures.late).toEqual(sumOf(table, 'late'));
          expect(figures.forced).toEqual(sumOf(table, 'forced'));
          expect(figures.earlierReceived).toEqual(sumOf(table, 'received ', ' earlier'));
          expect(figures.earlierRefunds).toEqual(sumOf(table, 'refunds ', ' earlier'));
          for (const { status, ...sum } of figures.byStatus)
            expect(sum).toEqual(sumOf(table, `status ${status}`, status));
          for (const { wallet, received, refunds } of figures.byWallet) {
            expect(received).toEqual(sumOf(table, `received ${wallet} `));
            expect(refunds).toEqual(sumOf(table, `refunds ${wallet} `));
          }
          const added = figures.byWallet.reduce((sum, { received }) => sum + received.total, 0);
          expect(added).toBe(figures.received.total);
        }
        // No centavo falls between two closings.
        const charges = histories.map((_, place) => ledger.charges.byId(idOf(place))!);
        const sum = (of: (closing: Closing) => number) => closings.reduce((all, one) => all + of(one), 0);
        expect(sum(({ figures }) => figures.received.total)).toBe(
          charges.reduce((all, { paidAmount }) => all + (paidAmount ?? 0), 0),
        );
        expect(sum(({ figures }) => figures.refunds.total)).toBe(
          charges.reduce((all, { refundedAmount }) => all + refundedAmount, 0),
        );

        const before = projections(db);
        rebuildProjections(db, ledger.log.head().seq);
        expect(projections(db)).toEqual(before);
        db.close();
      }),
      { numRuns: 60 },
    );
  });

  it('is one for a shift, however often it is asked for', () => {
    const clock = createVirtualClock();
    const ledger = memoryLedger(clock);
    const shifts = createShifts(ledger, clock, createDullRandom());
    const shift = shifts.begin(byWindow('ana'));
    const id = shift.ok ? shift.value.id : '';
    happen(ledger, 1, createdAs(1), opened(), seen('approved'), finalized);
    const first = shifts.end(byWindow('ana'), id);
    const rows = ledger.log.head().seq;
    clock.jump(HOUR);
    expect(shifts.end(byWindow('ana'), id)).toEqual(first);
    expect(shifts.end(byWindow('bia'), id)).toEqual(first);
    expect(ledger.log.head().seq).toBe(rows);
    shifts.begin(byWindow('bia'));
    // Nor does the key of a dialog that was left open close the next person's shift.
    expect(shifts.end(byWindow('ana'), id)).toEqual(first);
    expect(shifts.open()?.operatorId).toBe('bia');
    expect(shifts.end(byWindow('ana'), 'unheard-of')).toEqual({ ok: false, error: { code: 'no-shift' } });
  });

  it('bears the hash of the row that holds it, and who did it', () => {
    const clock = createVirtualClock();
    const ledger = memoryLedger(clock);
    const shifts = createShifts(ledger, clock, createDullRandom());
    shifts.begin(byWindow('ana'));
    const closing = shifts.end(byWindow('bia'));
    expect(closing.ok && closing.value).toMatchObject({
      operatorId: 'ana',
      closedBy: 'bia',
      till: 'Caixa 1',
      zone: 'America/Sao_Paulo',
      eventSeq: 2,
      eventHash: ledger.log.head().hash,
    });
    expect(ledger.log.since(1, 1)[0]?.body['figures']).toEqual(closing.ok && closing.value.figures);
    expect(createClosingRepo(ledger.db).byId(closing.ok ? closing.value.shiftId : '')).toEqual(
      closing.ok && closing.value,
    );
  });

  it('counts a return of yesterday’s sale today, and says that it is of an earlier shift', () => {
    const clock = createVirtualClock();
    const ledger = memoryLedger(clock);
    const shifts = createShifts(ledger, clock, createDullRandom());
    shifts.begin(byWindow('ana'));
    happen(ledger, 1, createdAs(1), opened(), seen('approved'), finalized);
    shifts.end(byWindow('ana'));
    clock.jump(20 * HOUR);
    shifts.begin(byWindow('ana'));
    happen(ledger, 1, refundRequested(400), refundDone());
    const second = shifts.end(byWindow('ana'));
    expect(second.ok && second.value.figures).toMatchObject({
      charges: { count: 0, total: 0 },
      received: { count: 0, total: 0 },
      refunds: { count: 1, total: 400 },
      earlierRefunds: { count: 1, total: 400 },
      byStatus: [],
      byWallet: [{ wallet: 'pix', refunds: { count: 1, total: 400 } }],
      firstChargeId: null,
    });
  });

  it('of a shift that an earlier version closed is not made up', () => {
    const ledger = memoryLedger();
    const { db } = ledger;
    ledger.record('shift-opened', { shiftId: 's1', operatorId: 'ana' }, byWindow('ana'), (at) => {
      db.prepare("INSERT INTO shift (id, operator_id, opened_at_ms) VALUES ('s1', 'ana', ?)").run(at);
    });
    ledger.record('shift-closed', { shiftId: 's1' }, byWindow('ana'), (at) => {
      db.prepare('UPDATE shift SET closed_at_ms = ?').run(at);
    });
    const before = projections(db);
    rebuildProjections(db, 2);
    expect(projections(db)).toEqual(before);
    expect(allClosings(db)).toEqual([]);
  });
});
