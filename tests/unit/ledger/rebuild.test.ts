import * as fc from 'fast-check';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../main/core/ledger/migrate.ts';
import { createSettingsStore } from '../../../main/core/directory/shop/settings.ts';
import { createShifts } from '../../../main/core/shifts/shifts.ts';
import { fold } from '../../../main/core/ledger/projections/fold.ts';
import { rebuildProjections } from '../../../main/core/ledger/projections/rebuild.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { anyHistory } from '../domain/charge/any-history.ts';
import { createdAs, happen, idOf, ledgerOn, memoryLedger, projections, takeTurns } from './setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const random = createDullRandom();

describe('the projections', () => {
  it('are made again from the events, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { minLength: 1, maxLength: 4 }), (histories) => {
        const clock = createVirtualClock();
        const db = new Database(':memory:');
        migrate(db);
        const ledger = ledgerOn(db, clock);
        takeTurns(ledger, histories, () => clock.jump(MINUTE));
        const before = projections(db);
        const { seq } = ledger.log.head();
        db.transaction(() => rebuildProjections(db, seq)).immediate();
        expect(projections(db)).toEqual(before);
        histories.forEach((_, place) =>
          expect(fold(ledger.log.of(idOf(place)))).toEqual(ledger.charges.byId(idOf(place))),
        );
        expect(ledger.log.firstBroken()).toBeNull();
        db.close();
      }),
      { numRuns: 60 },
    );
  });

  it('know the open shift, the closed ones and the settings', () => {
    const clock = createVirtualClock();
    const ledger = memoryLedger(clock);
    const shifts = createShifts(ledger, clock, random);
    shifts.begin(byWindow('ana'));
    clock.jump(MINUTE);
    shifts.end(byWindow('ana'));
    clock.jump(MINUTE);
    shifts.begin(byWindow('bia'));
    createSettingsStore(ledger).set({ shopName: 'Padaria', tillName: 'caixa-7' }, byWindow('bia'));
    createSettingsStore(ledger).set({ shopName: 'Padaria Nova' }, byWindow('bia'));
    const before = projections(ledger.db);
    expect(before['shift']).toHaveLength(2);
    ledger.db.exec('DELETE FROM shift; DELETE FROM setting');
    rebuildProjections(ledger.db, ledger.log.head().seq);
    expect(projections(ledger.db)).toEqual(before);
    expect(shifts.open()?.operatorId).toBe('bia');
    expect(createSettingsStore(ledger).get()).toMatchObject({
      shopName: 'Padaria Nova',
      tillName: 'caixa-7',
    });
  });

  it('an event that cannot have happened is a bug, and said to be one', () => {
    const ledger = memoryLedger();
    happen(ledger, 1, createdAs(1));
    const [event] = ledger.log.of(idOf(1));
    expect(() => fold([event!, event!])).toThrow(/event 1 \(created\) does not apply/);
    expect(fold([])).toBeNull();
  });
});
