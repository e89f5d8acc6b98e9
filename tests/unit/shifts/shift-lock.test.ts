import { describe, expect, it } from 'vitest';
import { createShifts, type Shifts } from '../../../main/core/shifts/shifts.ts';
import { identify } from '../../../main/core/ledger/identity.ts';
import { rebuildProjections } from '../../../main/core/ledger/projections/rebuild.ts';
import { verifyLedger } from '../../../main/core/ledger/verify/verify-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import { birthAt } from '../../support/till/birth.ts';
import { opened } from '../domain/charge/samples.ts';
import { createdAs, happen, projections } from '../ledger/setup-ledger.ts';
import { setUpPeople, type People } from '../directory/setup-people.ts';

function setUp(): { people: People; shifts: Shifts; anew: () => Shifts } {
  const people = setUpPeople();
  const anew = (): Shifts => createShifts(people.ledger, people.clock, people.random);
  const shifts = anew();
  shifts.begin(byWindow('ana'));
  return { people, shifts, anew };
}

describe('the lock of a shift', () => {
  it('stands across restarts until its operator is back, and is written once', () => {
    const { people, shifts, anew } = setUp();
    const shift = shifts.open();
    expect(shifts.lockedSince()).toBeNull();
    expect(shifts.lock(byWindow('ana'), 'asked').ok).toBe(true);
    expect(shifts.lock(byWindow('ana'), 'idle').ok).toBe(true);
    expect(shifts.lockedSince()).toBe(people.clock.now());
    expect(anew().lockedSince()).toBe(people.clock.now());
    expect(shifts.unlock(byWindow('ana'))).toEqual({ ok: true, value: shift });
    expect(shifts.unlock(byWindow('ana'))).toEqual({ ok: false, error: 'not-locked' });
    expect(anew().lockedSince()).toBeNull();
    expect(people.ledger.log.since(1, 10).map(({ type, body }) => [type, body['cause']])).toEqual([
      ['till-locked', 'asked'],
      ['till-unlocked', undefined],
    ]);
  });

  it('is taken over by another person, with the open charge, and the shift goes on', () => {
    const { people, shifts, anew } = setUp();
    const shift = shifts.open();
    happen(people.ledger, 1, createdAs(1), opened());
    shifts.lock(byWindow('ana'), 'idle');
    expect(shifts.unlock(byWindow('bia'))).toEqual({ ok: true, value: { ...shift, operatorId: 'bia' } });
    expect(anew().open()).toEqual({ ...shift, operatorId: 'bia' });
    expect(anew().lockedSince()).toBeNull();
    expect(people.ledger.log.since(0, 10).at(-1)).toMatchObject({
      type: 'shift-taken-over',
      actor: 'bia',
      body: { shiftId: shift?.id, operatorId: 'bia', from: 'ana' },
    });
  });

  it('is known to the rebuild and to verify-ledger', () => {
    const { people, shifts } = setUp();
    shifts.lock(byWindow('ana'), 'asked');
    shifts.unlock(byWindow('bia'));
    const before = projections(people.ledger.db);
    people.ledger.inOneTransaction(() => rebuildProjections(people.ledger.db, 4));
    expect(projections(people.ledger.db)).toEqual(before);
    const closing = shifts.end(byWindow('bia'));
    expect(closing.ok && closing.value).toMatchObject({ operatorId: 'bia' });
    identify(people.ledger.db, birthAt(0));
    expect(verifyLedger(people.ledger.db).fault).toBeNull();
    people.ledger.db.exec("UPDATE shift SET operator_id = 'ana'");
    expect(verifyLedger(people.ledger.db).fault).toMatchObject({ code: 'shift' });
  });

  it('ends with its shift, and there is none without a shift', () => {
    const { shifts } = setUp();
    shifts.lock(byWindow('ana'), 'asked');
    shifts.end(byWindow('ana'));
    expect(shifts.lockedSince()).toBeNull();
    expect(shifts.lock(byWindow('ana'), 'asked')).toEqual({ ok: false, error: 'no-shift' });
    shifts.begin(byWindow('ana'));
    expect(shifts.lockedSince()).toBeNull();
  });
});
