import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { createManagerDesk } from '../../../main/core/rpc/manager-desk.ts';
import { closeShift, signIn } from '../../../main/core/commands/shift.ts';
import { byWindow, VIA_WINDOW } from '../../../shared/domain/ledger-event/by.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';

describe('the way to the manager’s screens', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  beforeAll(async () => {
    app = await startTestCore(folder.path);
  });
  afterAll(async () => {
    await app.stop();
    folder.remove();
  });
  const newest = () => app.till().ledger.log.since(app.till().ledger.log.head().seq - 1, 1)[0];

  it('is open after the manager’s PIN, at that window alone, until the manager leaves', async () => {
    const [here, there] = [createHandlers(app.core), createHandlers(app.core)];
    expect(await here['manager/enter']({ pin: '1234' })).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await here['manager/day']({})).toMatchObject({ error: { code: 'manager-needed' } });
    expect(await here['manager/enter']({ pin: '4321' })).toMatchObject({
      ok: true,
      value: { name: 'Marta' },
    });
    expect(await here['manager/day']({})).toMatchObject({ ok: true, value: { isToday: true } });
    expect(await there['manager/day']({})).toMatchObject({ error: { code: 'manager-needed' } });
    await here['manager/leave']({});
    expect(await here['manager/day']({})).toMatchObject({ error: { code: 'manager-needed' } });
    const events = app
      .till()
      .ledger.log.since(0, 1000)
      .map(({ type }) => type);
    expect(events.filter((type) => type === 'manager-entered')).toHaveLength(1);
  });

  it('is left also where the diary takes nothing', async () => {
    const here = createHandlers(app.core);
    const { db } = app.till().ledger;
    expect(await here['manager/enter']({ pin: '4321' })).toMatchObject({ ok: true });
    db.pragma('query_only = ON');
    expect(await here['manager/leave']({})).toMatchObject({ error: { code: 'storage-failed' } });
    expect(await here['session/dismiss-notice']({ id: 'read-only' })).toMatchObject({
      error: { code: 'storage-failed' },
    });
    db.pragma('query_only = OFF');
    expect(await here['manager/day']({})).toMatchObject({ error: { code: 'manager-needed' } });
  });

  it('is shut by the end of the shift, whoever closed it', async () => {
    const here = createHandlers(app.core);
    const till = app.till();
    const shift = till.shifts.open();
    expect(await here['manager/enter']({ pin: '4321' })).toMatchObject({ ok: true });
    // As the shop's own software does, past this window.
    expect(closeShift(till, byWindow(shift?.operatorId ?? '')).ok).toBe(true);
    expect(await here['manager/day']({})).toMatchObject({ error: { code: 'manager-needed' } });
    expect(newest(), 'which the diary tells').toMatchObject({
      type: 'manager-left',
      actor: till.operators.byName('Marta')?.id,
    });
    await signIn(till, VIA_WINDOW, { operatorId: shift?.operatorId ?? '', pin: '1234' });
    expect(await here['manager/day']({})).toMatchObject({ error: { code: 'manager-needed' } });
  });

  it('is shut with the shift that this window closes, and the diary says so at once', async () => {
    const here = createHandlers(app.core);
    expect(await here['manager/enter']({ pin: '4321' })).toMatchObject({ ok: true });
    expect(await here['session/close-shift']({})).toMatchObject({ ok: true });
    expect(newest()).toMatchObject({ type: 'manager-left' });
    const till = app.till();
    await signIn(till, VIA_WINDOW, { operatorId: till.operators.byName('Ana')?.id ?? '', pin: '1234' });
  });

  it('is not opened by a PIN that was still being checked when the shift ended', async () => {
    const here = createHandlers(app.core);
    const entering = here['manager/enter']({ pin: '4321' });
    expect(await here['session/close-shift']({})).toMatchObject({ ok: true });
    expect(await entering).toMatchObject({ error: { code: 'not-signed-in' } });
    expect(await here['manager/day']({})).toMatchObject({ error: { code: 'manager-needed' } });
  });
});

describe('a manager who entered signs the settings of shop and charging', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  beforeAll(async () => {
    app = await startTestCore(folder.path);
  });
  afterAll(async () => {
    await app.stop();
    folder.remove();
  });
  const NAMES = { shopName: 'Padaria', tillName: 'Caixa 2', zone: 'America/Manaus' };
  const HOW = { timeLimitMinutes: 3, ownExpiry: false, shopDocument: null };
  const REFUSED = { error: { code: 'wrong-pin' } };

  it('with one PIN, in the manager’s name, at that window alone, until the manager leaves', async () => {
    const [here, there] = [createHandlers(app.core), createHandlers(app.core)];
    const marta = app.till().operators.byName('Marta')?.id;
    const { log } = app.till().ledger;
    expect(await here['session/configure'](HOW), 'before').toMatchObject(REFUSED);
    await here['manager/enter']({ pin: '4321' });
    expect(await here['session/configure'](HOW)).toMatchObject({ ok: true });
    expect(await here['session/name-shop'](NAMES)).toMatchObject({ ok: true });
    expect(log.since(log.head().seq - 2, 2).map(({ type, actor }) => [type, actor])).toEqual([
      ['settings-changed', marta],
      ['settings-changed', marta],
    ]);
    expect(await there['session/configure'](HOW), 'another window').toMatchObject(REFUSED);
    expect(await here['session/configure']({ ...HOW, managerPin: '1234' }), 'a given PIN').toMatchObject(
      REFUSED,
    );
    await here['manager/leave']({});
    expect(await here['session/configure'](HOW), 'after').toMatchObject(REFUSED);
    expect(await here['session/name-shop'](NAMES), 'after').toMatchObject(REFUSED);
  });

  it('and nothing that decides who may sign', async () => {
    const here = createHandlers(app.core);
    const ana = app.till().operators.byName('Ana')?.id ?? '';
    await here['manager/enter']({ pin: '4321' });
    const person = { name: 'Eva', role: 'manager', pin: '802513' } as const;
    expect(await here['session/add-operator'](person)).toMatchObject(REFUSED);
    const nobody = { personId: ana, managerPin: '' };
    expect(await here['people/set-role']({ ...nobody, role: 'manager' })).toMatchObject(REFUSED);
    expect(await here['people/set-pin']({ ...nobody, newPin: '802513' })).toMatchObject(REFUSED);
  });
});

describe('the manager who walked away', () => {
  it('is gone after five minutes without a hand, however much the screens read meanwhile', async () => {
    const clock = createVirtualClock();
    const gone: string[] = [];
    const desk = createManagerDesk(
      () => clock,
      () => 'shift-1',
      (id) => gone.push(id),
    );
    desk.open('marta', 'shift-1');
    await clock.advance(4 * MINUTE);
    expect(desk.present()).toBe('marta');
    await clock.advance(MINUTE);
    expect(desk.present()).toBe('marta');
    await clock.advance(1);
    expect(desk.present()).toBeNull();
    expect(gone).toEqual(['marta']);
    desk.stay();
    expect(desk.present()).toBeNull();
    expect(gone, 'told once').toEqual(['marta']);
  });

  it('stays while a hand is seen', async () => {
    const clock = createVirtualClock();
    const desk = createManagerDesk(
      () => clock,
      () => 'shift-1',
      () => expect.unreachable('she is there'),
    );
    desk.open('marta', 'shift-1');
    await clock.advance(4 * MINUTE);
    desk.stay();
    await clock.advance(4 * MINUTE);
    expect(desk.present()).toBe('marta');
  });
});
