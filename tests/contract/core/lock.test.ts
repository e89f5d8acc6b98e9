import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import { configure } from '../../../main/core/commands/settings.ts';
import type { TillView } from '../../../shared/contract/views.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { METHODS, methodSpec } from '../../support/rpc/methods.ts';

type Call = (input: object) => Promise<{ ok: boolean; error?: { code: string } }>;

/** Ana (1234) is at the till, Marta (4321) is the manager. */
describe('a locked till', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let app: TestCore;
  let call: ReturnType<typeof createHandlers>;
  beforeEach(async () => {
    folder = temporaryFolder();
    app = await startTestCore(folder.path);
    call = createHandlers(app.core);
  });
  afterEach(async () => {
    await app.stop();
    folder.remove();
  });

  const id = (name: string): string => app.till().operators.byName(name)?.id ?? '';
  const code = (reply: { ok: boolean; error?: { code: string } }) => reply.error?.code ?? 'ok';
  const view = (): TillView => {
    const seen: TillView[] = [];
    app.presenter.sources['till/view'].subscribe((now) => seen.push(now))();
    return seen.at(-1)!;
  };
  const unlock = (name: string, pin: string) => call['session/unlock']({ operatorId: id(name), pin });

  it('takes nothing from the window but a PIN, whatever the call and its signature', async () => {
    await call['manager/enter']({ pin: '4321' });
    expect(code(await call['session/lock']({ cause: 'asked' }))).toBe('ok');
    const { log } = app.till().ledger;
    expect(log.since(log.head().seq - 2, 2).map(({ type }) => type)).toEqual(['manager-left', 'till-locked']);
    const before = log.head().seq;
    for (const name of METHODS.filter((each) => !methodSpec(each).whileLocked)) {
      const reply = await (call[name] as Call)({ pin: '4321', managerPin: '4321', managerId: id('Marta') });
      expect(code(reply), name).toBe('till-locked');
    }
    expect(log.head().seq).toBe(before);
    expect(METHODS.filter((each) => methodSpec(each).whileLocked).sort()).toEqual([
      'session/unlock',
      'till/quit-check',
    ]);
  });

  it('is unlocked by its operator’s PIN alone, and the manager’s screens are shut', async () => {
    await call['manager/enter']({ pin: '4321' });
    await call['session/lock']({ cause: 'asked' });
    expect(view()).toMatchObject({ phase: 'locked', operator: { name: 'Ana' } });
    expect(code(await unlock('Ana', '9999'))).toBe('wrong-pin');
    expect(view().phase).toBe('locked');
    expect(code(await unlock('Ana', '1234'))).toBe('ok');
    expect(view().phase).toBe('open');
    expect(code(await unlock('Ana', '1234'))).toBe('not-locked');
    expect(code(await call['manager/day']({}))).toBe('manager-needed');
  });

  it('goes on with its charge: the QR stays, and what was paid is told to the person who takes over', async () => {
    const { id: chargeId } = await app.charge(app.place(2590).id, ({ status }) => status === 'pending');
    await call['session/lock']({ cause: 'idle' });
    expect(await app.core.playCustomer(chargeId, 'pay')).toBe('done');
    await app.charge(chargeId, ({ status }) => status === 'approved');
    expect(view()).toMatchObject({ phase: 'locked', current: { status: 'approved' } });
    expect(code(await unlock('Marta', '4321'))).toBe('ok');
    expect(view()).toMatchObject({ phase: 'open', operator: { name: 'Marta' }, current: { answer: 'paid' } });
    expect(code(await call['charge/finalize']({ id: chargeId }))).toBe('ok');
    await call['manager/enter']({ pin: '4321' });
    const diary = await call['diary/list']({ cursor: null, limit: 3 });
    expect(diary.ok && diary.value.items[1]).toMatchObject({
      kind: 'shift-taken-over',
      actorName: 'Marta',
      detail: { from: 'Ana' },
    });
  });

  it('takes the time without use after which it locks from the settings', async () => {
    expect(view().settings.autoLockMinutes).toBeNull();
    const settings = { timeLimitMinutes: 5, ownExpiry: false, shopDocument: null };
    configure(app.till(), byWindow(id('Marta')), { ...settings, autoLockMinutes: 2 });
    expect(view().settings.autoLockMinutes).toBe(2);
    configure(app.till(), byWindow(id('Marta')), settings);
    expect(view().settings.autoLockMinutes).toBe(2);
    configure(app.till(), byWindow(id('Marta')), { ...settings, autoLockMinutes: null });
    expect(view().settings.autoLockMinutes).toBeNull();
  });
});
