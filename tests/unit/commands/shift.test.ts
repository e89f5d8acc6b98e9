import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addOperator } from '../../../main/core/commands/people.ts';
import { closeShift, openShift } from '../../../main/core/commands/shift.ts';
import { byWindow, type By } from '../../../shared/domain/ledger-event/by.ts';
import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';

const API: By = { actor: ACTORS.api, via: { channel: 'api', client: 'ERP-X 2.1' } };

describe('who may close whose shift, over every channel', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  beforeAll(async () => {
    app = await startTestCore(folder.path, { signedIn: false });
    await addOperator(app.till(), API, { name: 'Bia', role: 'operator', pin: '2580' });
  });
  afterAll(async () => {
    await app.stop();
    folder.remove();
  });
  beforeEach(() => {
    const open = app.till().shifts.open();
    if (open !== null) expect(closeShift(app.till(), byWindow(idOf('Marta'))).ok).toBe(true);
  });
  const idOf = (name: string): string => app.till().operators.byName(name)?.id ?? '';
  const opened = (by: By): string => {
    const shift = openShift(app.till(), by);
    if (!shift.ok) throw new Error(shift.error);
    return shift.value.id;
  };

  it.each([
    ['Ana', 'Ana', true],
    ['Ana', 'Bia', false],
    ['Ana', 'Marta', true],
    ['Marta', 'Ana', false],
    [ACTORS.api, 'Ana', true],
    [ACTORS.api, 'Marta', true],
    ['Ana', ACTORS.api, false],
    [ACTORS.api, ACTORS.api, false],
    ['Ana', ACTORS.window, false],
    [ACTORS.api, ACTORS.window, false],
  ])('the shift of %s, by %s: %s', (whose, who, may) => {
    const actorOf = (name: string): string => idOf(name) || name;
    opened({ ...API, actor: actorOf(whose) });
    for (const via of [{ channel: 'window' }, { channel: 'api' }] as const) {
      const closed = closeShift(app.till(), { actor: actorOf(who), via });
      if (!may) expect(closed).toEqual({ ok: false, error: { code: 'shift-of-another' } });
      else if (via.channel === 'window') expect(closed.ok).toBe(true);
    }
    expect(app.till().shifts.open() === null).toBe(may);
  });

  it('a shift that is over is told to every caller, and closes no other one', () => {
    const before = opened(byWindow(idOf('Ana')));
    expect(closeShift(app.till(), byWindow(idOf('Ana'))).ok).toBe(true);
    const now = opened(byWindow(idOf('Bia')));
    const told = closeShift(app.till(), byWindow(ACTORS.window), before);
    expect(told).toMatchObject({ ok: true, value: { shiftId: before } });
    expect(app.till().shifts.open()?.id).toBe(now);
  });

  it('without a shift there is none to close', () => {
    expect(closeShift(app.till(), byWindow(idOf('Ana')))).toEqual({ ok: false, error: { code: 'no-shift' } });
  });
});
