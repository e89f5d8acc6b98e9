import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { describe, expect, it } from 'vitest';
import { createShifts, type Shifts } from '../../../main/core/shifts/shifts.ts';
import { identify } from '../../../main/core/ledger/identity.ts';
import { birthAt } from '../../support/till/birth.ts';
import { rebuildProjections } from '../../../main/core/ledger/projections/rebuild.ts';
import { verifyLedger } from '../../../main/core/ledger/verify/verify-ledger.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import {
  finalized,
  givenUp,
  lost,
  opened,
  refundRequested,
  seen,
  started,
} from '../domain/charge/samples.ts';
import { createdAs, happen, idOf, projections } from '../ledger/setup-ledger.ts';
import { setUpPeople, type People } from '../directory/setup-people.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

function setUp(): { people: People; shifts: Shifts; anew: () => Shifts } {
  const people = setUpPeople();
  const anew = (): Shifts => createShifts(people.ledger, people.clock, people.random);
  return { people, shifts: anew(), anew };
}

describe('a shift', () => {
  it('opens for one person, and goes on for the same, across restarts', () => {
    const { shifts, anew } = setUp();
    expect(shifts.open()).toBeNull();
    const begun = shifts.begin(byWindow('ana'));
    expect(begun.ok && begun.value.operatorId).toBe('ana');
    expect(shifts.begin(byWindow('ana'))).toEqual(begun);
    expect(anew().open()).toEqual(begun.ok && begun.value);
    expect(shifts.begin(byWindow('bia'))).toEqual({ ok: false, error: 'shift-of-another' });
  });

  it('of the API gives way to a person, and a person gives none to the API', () => {
    const { people, shifts } = setUp();
    shifts.begin(byWindow(ACTORS.api));
    const ana = shifts.begin(byWindow('ana'));
    expect(ana.ok && ana.value.operatorId).toBe('ana');
    expect(shifts.begin(byWindow(ACTORS.api))).toEqual(ana);
    expect(people.ledger.log.since(0, 10).map(({ type, actor }) => `${type} ${actor}`)).toEqual([
      `shift-opened ${ACTORS.api}`,
      'shift-closed ana',
      'shift-opened ana',
    ]);
  });

  it('of the API is handed over, not closed, while one of its charges is not settled', () => {
    const { people, shifts, anew } = setUp();
    const api = shifts.begin(byWindow(ACTORS.api));
    happen(people.ledger, 1, createdAs(1), opened());
    const ana = shifts.begin(byWindow('ana'));
    expect(ana.ok && ana.value).toMatchObject({ id: api.ok && api.value.id, operatorId: 'ana' });
    expect(anew().open()).toEqual(ana.ok && ana.value);
    const types = people.ledger.log.since(0, 10).map(({ type }) => type);
    expect(types).toEqual(['shift-opened', 'created', 'opened', 'shift-opened']);
    expect(shifts.end(byWindow('ana'))).toMatchObject({ error: { code: 'unsettled-charge' } });
    const before = projections(people.ledger.db);
    people.ledger.inOneTransaction(() => rebuildProjections(people.ledger.db, 4));
    expect(projections(people.ledger.db)).toEqual(before);
    happen(people.ledger, 1, seen('approved'), finalized);
    const closing = shifts.end(byWindow('ana'));
    expect(closing.ok && closing.value).toMatchObject({ operatorId: 'ana' });
    identify(people.ledger.db, birthAt(0));
    expect(verifyLedger(people.ledger.db).fault).toBeNull();
  });

  it('of which there is none cannot be closed', () => {
    expect(setUp().shifts.end(byWindow('ana'))).toEqual({ ok: false, error: { code: 'no-shift' } });
  });

  it('is one at a time in the database itself', () => {
    const { people, shifts } = setUp();
    shifts.begin(byWindow('ana'));
    expect(() =>
      people.ledger.db.exec("INSERT INTO shift (id, operator_id, opened_at_ms) VALUES ('x', 'bia', 1)"),
    ).toThrow(/UNIQUE/);
  });

  const holds: readonly (readonly [string, readonly ChargeEvent[]])[] = [
    ['a request under way', []],
    ['a QR that can be paid', [opened()]],
    ['a cancel that is not certain', [opened(), givenUp()]],
    ['a sale that is paid and not finalized', [opened(), seen('approved')]],
    ['a payment that came late', [opened(), givenUp(), seen('cancelled'), seen('approved')]],
    ['an order that may exist', [lost(), started(2), opened(2), seen('approved', 2), finalized]],
    ['an order that opened again', [opened(), givenUp(), seen('cancelled'), seen('pending')]],
    ['a return before the sale was finalized', [opened(), seen('approved'), refundRequested()]],
  ];
  it.each(holds)('is not closed over %s, and names it', (_, events) => {
    const { people, shifts } = setUp();
    shifts.begin(byWindow('ana'));
    happen(people.ledger, 1, createdAs(1), ...events);
    expect(shifts.end(byWindow('ana'))).toEqual({
      ok: false,
      error: { code: 'unsettled-charge', chargeIds: [idOf(1)] },
    });
    expect(shifts.open()?.operatorId).toBe('ana');
  });

  const frees: readonly (readonly [string, readonly ChargeEvent[]])[] = [
    ['finalized', [opened(), seen('approved'), finalized]],
    ['cancelled', [opened(), givenUp(), seen('cancelled')]],
    ['on its way back after it was finalized', [opened(), seen('approved'), finalized, refundRequested()]],
  ];
  it.each(frees)('is closed over what is %s', (_, events) => {
    const { people, shifts } = setUp();
    const begun = shifts.begin(byWindow('ana'));
    happen(people.ledger, 1, createdAs(1), ...events);
    const ended = shifts.end(byWindow('ana'));
    expect(ended.ok && ended.value.shiftId).toBe(begun.ok && begun.value.id);
    expect(shifts.open()).toBeNull();
    expect(shifts.begin(byWindow('bia')).ok).toBe(true);
  });
});
