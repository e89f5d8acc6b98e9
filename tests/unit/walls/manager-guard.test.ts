import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { control } from '../../../shared/contract/control.ts';
import { contract, type MethodName } from '../../../shared/contract/index.ts';
import type { CashierMethod } from '../../../shared/rpc/bridge.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { createManagerDesk } from '../../../main/core/rpc/manager-desk.ts';
import { closeShift, signIn } from '../../../main/core/commands/session.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';

/**
 * Whom each call of the cashier's window asks for, written by hand: `manager`, who has entered; `pin`, which comes with the
 * call; `somebody`, who is signed in; `anybody`. The contract cannot tell what was forgotten in it.
 */
const ASKS = {
  'charge/create': 'somebody',
  'charge/cancel': 'somebody',
  'charge/extend': 'somebody',
  'charge/retry': 'somebody',
  'charge/resume': 'somebody',
  'charge/finalize': 'somebody',
  'charge/refund': 'pin',
  'charge/force': 'pin',
  'charge/check-receipt': 'somebody',
  'charge/by-code': 'somebody',
  'charge/get': 'anybody',
  'training/act': 'anybody',
  'session/sign-in': 'pin',
  'session/close-shift': 'somebody',
  'session/add-operator': 'pin',
  'session/choose-wallet': 'anybody',
  'session/name-shop': 'pin',
  'session/configure': 'pin',
  'session/dismiss-notice': 'anybody',
  'closing/list': 'manager',
  'closing/get': 'manager',
  'closing/print-again': 'manager',
  'diary/list': 'manager',
  'backup/list': 'manager',
  'backup/now': 'manager',
  'backup/restore': 'manager',
  'manager/enter': 'pin',
  'manager/leave': 'anybody',
  'manager/stay': 'manager',
  'manager/finalize': 'manager',
  'manager/cancel': 'manager',
  'manager/check': 'manager',
  'manager/day': 'manager',
  'manager/payments': 'manager',
  'manager/payment': 'manager',
  'manager/filters': 'manager',
  'manager/save-filter': 'manager',
  'manager/delete-filter': 'manager',
  'printing/print': 'somebody',
  'printing/came-out': 'somebody',
  'printing/reprint': 'somebody',
  'printing/discard': 'somebody',
  'printing/discover': 'somebody',
  'printing/preview': 'somebody',
  'printing/test-page': 'somebody',
  'printing/configure': 'pin',
  'report/start': 'manager',
  'report/cancel': 'manager',
} as const satisfies Record<CashierMethod, 'manager' | 'pin' | 'somebody' | 'anybody'>;

const named = (who: string) => (Object.keys(ASKS) as CashierMethod[]).filter((name) => ASKS[name] === who);
/** What main does for the cashier's window is guarded in the core all the same. */
const KEYS = ['vault/save', 'vault/remove', 'vault/choose-training'];

describe('whom a call asks for', () => {
  it.each(Object.entries(ASKS))('%s: %s', (name, who) => {
    const errors: readonly string[] = contract[name as CashierMethod].errors;
    const asks = errors.includes('manager-needed')
      ? 'manager'
      : errors.includes('wrong-pin')
        ? 'pin'
        : errors.includes('not-signed-in')
          ? 'somebody'
          : 'anybody';
    expect(asks).toBe(who);
  });

  it('is a PIN for the keys, and for nothing else of main’s', () => {
    const asking = Object.entries(control).filter(([, { errors }]) =>
      (errors as readonly string[]).includes('wrong-pin'),
    );
    expect(asking.map(([name]) => name)).toEqual(KEYS);
    expect(contract['gateway/use'].errors).toContain('wrong-pin');
  });
});

describe('what needs a manager', () => {
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
  const call = (handlers: Handlers, name: MethodName, input: object): unknown =>
    (handlers[name] as (input: object) => unknown)(input);

  it.each(named('manager'))('%s: refused to whoever has not entered', async (name) => {
    expect(await call(createHandlers(app.core), name, {})).toMatchObject({
      error: { code: 'manager-needed' },
    });
  });

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

  it.each(['printing/came-out', 'printing/reprint', 'printing/discard'] as const)(
    '%s: refused while nobody is signed in',
    async (name) => {
      const other = temporaryFolder();
      const empty = await startTestCore(other.path, { signedIn: false });
      const handlers = createHandlers(empty.core);
      expect(await handlers[name]({ id: 'any' })).toMatchObject({ error: { code: 'not-signed-in' } });
      expect(await createHandlers(app.core)[name]({ id: 'any' })).toMatchObject({
        error: { code: 'not-found' },
      });
      await empty.stop();
      other.remove();
    },
  );

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
    expect(closeShift(till, shift?.operatorId ?? '').ok).toBe(true);
    expect(await here['manager/day']({})).toMatchObject({ error: { code: 'manager-needed' } });
    expect(newest(), 'which stands in the diary').toMatchObject({
      type: 'manager-left',
      actor: till.operators.byName('Marta')?.id,
    });
    await signIn(till, shift?.operatorId ?? '', '1234');
    expect(await here['manager/day']({})).toMatchObject({ error: { code: 'manager-needed' } });
  });

  it('is shut with the shift that this window closes, and the diary says so at once', async () => {
    const here = createHandlers(app.core);
    expect(await here['manager/enter']({ pin: '4321' })).toMatchObject({ ok: true });
    expect(await here['session/close-shift']({})).toMatchObject({ ok: true });
    expect(newest()).toMatchObject({ type: 'manager-left' });
    const till = app.till();
    await signIn(till, till.operators.byName('Ana')?.id ?? '', '1234');
  });

  it('is not opened by a PIN that was still being checked when the shift ended', async () => {
    const here = createHandlers(app.core);
    const entering = here['manager/enter']({ pin: '4321' });
    expect(await here['session/close-shift']({})).toMatchObject({ ok: true });
    expect(await entering).toMatchObject({ error: { code: 'not-signed-in' } });
    expect(await here['manager/day']({})).toMatchObject({ error: { code: 'manager-needed' } });
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
