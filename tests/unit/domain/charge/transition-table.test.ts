import { describe, expect, it } from 'vitest';
import { CHARGE_STATUSES } from '../../../../shared/domain/charge/charge.ts';
import { transition } from '../../../../shared/domain/charge/transition.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';
import { cell } from './cell.ts';
import { CHARGE_EVENT_TYPES } from '../../../../shared/domain/charge/event.ts';
import { COLUMNS } from './columns.ts';
import { charge, SAMPLES, START } from './samples.ts';
import { ENDED } from './table/ended.ts';
import { PAID } from './table/paid.ts';
import { WAITING } from './table/waiting.ts';

const TABLE = { ...WAITING, ...PAID, ...ENDED };
const A_MINUTE_ON = epochMs(START + 60_000);

describe('the table of states and events', () => {
  it('misses no state, and no event type', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...CHARGE_STATUSES].sort());
    expect(Object.keys(SAMPLES).sort()).toEqual([...CHARGE_STATUSES].sort());
    const covered = new Set(Object.values(COLUMNS).map(({ type }) => type));
    expect([...covered].sort()).toEqual([...CHARGE_EVENT_TYPES].sort());
  });

  for (const status of CHARGE_STATUSES) {
    it(`${status}: every event`, () => {
      const before = charge(...SAMPLES[status]);
      expect(before.status).toBe(status);
      const row = Object.fromEntries(
        Object.entries(COLUMNS).map(([column, event]) => [
          column,
          cell(before, transition(before, event, A_MINUTE_ON)),
        ]),
      );
      const applicable = Object.entries(row).filter(([, outcome]) => outcome !== 'no: not-applicable');
      expect(Object.fromEntries(applicable)).toEqual(TABLE[status]);
    });
  }

  it('nothing: only a charge that is created comes to be', () => {
    for (const [column, event] of Object.entries(COLUMNS)) {
      const outcome = transition(null, event, A_MINUTE_ON);
      if (column === 'created') expect(outcome.ok && outcome.value.charge.status).toBe('creating');
      else expect(outcome, column).toEqual({ ok: false, error: 'not-applicable' });
    }
  });

  it('an event leaves the charge that it was given as it was', () => {
    for (const status of CHARGE_STATUSES) {
      const before = charge(...SAMPLES[status]);
      const copy = structuredClone(before);
      for (const event of Object.values(COLUMNS)) transition(before, event, A_MINUTE_ON);
      expect(before).toEqual(copy);
    }
  });
});
