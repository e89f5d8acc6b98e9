import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChargeRepo } from '../../../main/core/ledger/projections/charge-repo.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { finalized, givenUp, opened, orphanFound, lost, seen, started } from '../domain/charge/samples.ts';
import { createdAs, happen, idOf, memoryLedger, sell } from './setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** How many charges a repository keeps. */
const KEPT = 256;

/** A charge as it is on disk. */
function onDisk({ db }: Ledger, place: number): Charge | null {
  return createChargeRepo(db).byId(idOf(place));
}

/** Changes every row behind the repository's back, so that a charge from memory differs from one that is read. */
function mark({ db }: Ledger): void {
  db.exec("UPDATE charge SET description = 'from disk'");
}

function isFromDisk(charge: Charge | null): boolean {
  return charge?.description === 'from disk';
}

describe('what the repository of charges remembers', () => {
  it('a charge that was written, and one that was read', () => {
    const ledger = memoryLedger();
    sell(ledger, 1, 2);
    happen(ledger, 1, createdAs(1));
    const read = ledger.charges.byId(idOf(2));
    mark(ledger);
    expect(ledger.charges.byId(idOf(2))).toBe(read);
    expect(isFromDisk(ledger.charges.byId(idOf(1)))).toBe(false);
    expect(isFromDisk(onDisk(ledger, 1))).toBe(true);
  });

  it.each([
    ['new', []],
    ['remembered', [createdAs(1)]],
    ['remembered, and written twice', [createdAs(1), opened()]],
  ])('nothing of a transaction that was rolled back: %s', (_, before) => {
    const ledger = memoryLedger();
    happen(ledger, 1, ...before);
    const old = ledger.charges.byId(idOf(1));
    const rest = [createdAs(1), opened(), seen('approved'), finalized].slice(before.length);
    const work = (): void =>
      ledger.inOneTransaction(() => {
        for (const event of rest) {
          happen(ledger, 1, event);
          expect(ledger.charges.byId(idOf(1))).toEqual(onDisk(ledger, 1));
        }
        throw new Error('taken back');
      });
    expect(work).toThrow('taken back');
    expect(ledger.charges.byId(idOf(1))).toEqual(old);
    expect(onDisk(ledger, 1)).toEqual(old);
  });

  it('nothing of an event whose companion fails', () => {
    const ledger = memoryLedger();
    happen(ledger, 1, createdAs(1));
    const old = ledger.charges.byId(idOf(1));
    ledger.onApplyInTransaction(() => {
      throw new Error('no room');
    });
    expect(() => happen(ledger, 1, opened())).toThrow('no room');
    expect(ledger.charges.byId(idOf(1))).toEqual(old);
    expect(onDisk(ledger, 1)).toEqual(old);
  });

  it('nothing that was saved inside an outer transaction: it is read from disk', () => {
    const ledger = memoryLedger();
    happen(ledger, 1, createdAs(1));
    ledger.inOneTransaction(() => {
      happen(ledger, 1, opened(), givenUp());
      happen(ledger, 2, createdAs(2));
      for (const place of [1, 2]) expect(ledger.charges.byId(idOf(place))).toEqual(onDisk(ledger, place));
    });
    mark(ledger);
    for (const place of [1, 2]) expect(isFromDisk(ledger.charges.byId(idOf(place)))).toBe(true);
  });

  it('no refused event', () => {
    const ledger = memoryLedger();
    happen(ledger, 1, createdAs(1));
    const old = ledger.charges.byId(idOf(1));
    expect(ledger.apply(idOf(1), finalized, byWindow('ana')).ok).toBe(false);
    expect(ledger.charges.byId(idOf(1))).toBe(old);
  });

  it('the newest 256 of more', () => {
    const ledger = memoryLedger();
    const count = KEPT + 44;
    sell(ledger, count);
    const places = Array.from({ length: count }, (_, index) => index + 1);
    for (const place of places)
      expect(ledger.charges.byId(idOf(place))).toMatchObject({ id: idOf(place), status: 'approved' });
    mark(ledger);
    const fromDisk = places.toReversed().map((place) => isFromDisk(ledger.charges.byId(idOf(place))));
    expect(fromDisk.indexOf(true)).toBe(KEPT);
    expect(fromDisk.filter(Boolean)).toHaveLength(44);
  });

  it('a charge by whatever it is asked for', () => {
    const ledger = memoryLedger();
    happen(ledger, 1, createdAs(1));
    happen(ledger, 1, lost(), started(2), opened(2), orphanFound(1));
    const { charges } = ledger;
    const charge = onDisk(ledger, 1);
    const found = [
      charges.byRequestId('request-1'),
      charges.byTail(idOf(1).slice(-6)),
      charges.byOrderRef('ref-1-1'),
      charges.byOrderRef('1-ref-2'),
      charges.waiting(),
      charges.newest(),
      ...charges.unresolved(),
    ];
    expect(found).toEqual(Array.from({ length: 7 }, () => charge));
  });

  it('equals the disk, whatever is written, read and rolled back', () => {
    const life: readonly ChargeEvent[] = [opened(), seen('approved'), finalized];
    const act = fc.record({
      place: fc.integer({ min: 1, max: 3 }),
      count: fc.integer({ min: 1, max: 2 }),
      how: fc.constantFrom('plain', 'transaction', 'rolled back', 'read inside, rolled back'),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const clock = createVirtualClock();
        const ledger = memoryLedger(clock);
        const done = new Map<number, number>();
        for (const { place, count, how } of acts) {
          const from = done.get(place) ?? 0;
          // A till has one charge that waits, so the next one is made after it.
          if (from === 0 && ledger.charges.waiting() !== null) continue;
          const events = [createdAs(place), ...life].slice(from, from + count);
          clock.jump(SECOND);
          if (how === 'plain') happen(ledger, place, ...events);
          else if (how === 'transaction') ledger.inOneTransaction(() => happen(ledger, place, ...events));
          else rollBack(ledger, place, events, how !== 'rolled back');
          if (how === 'plain' || how === 'transaction') done.set(place, from + events.length);
          for (const each of [1, 2, 3]) expect(ledger.charges.byId(idOf(each))).toEqual(onDisk(ledger, each));
        }
      }),
      { numRuns: 25 },
    );
  });
});

function rollBack(ledger: Ledger, place: number, events: readonly ChargeEvent[], reads: boolean): void {
  const work = (): void =>
    ledger.inOneTransaction(() => {
      happen(ledger, place, ...events);
      if (reads) ledger.charges.byId(idOf(place));
      throw new Error('taken back');
    });
  expect(work).toThrow('taken back');
}
