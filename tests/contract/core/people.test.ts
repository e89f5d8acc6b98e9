import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';

/** Ana (1234) is at the till, Marta (4321) is the manager. Rui (802513) is added as another manager. */
const RUI = { name: 'Rui', role: 'manager', pin: '802513' } as const;

describe('the people of a till', () => {
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
  const signed = { managerPin: '4321' };
  const hireRui = () => call['session/add-operator']({ ...RUI, ...signed });
  const seq = () => app.till().ledger.log.head().seq;
  const newest = () => app.till().ledger.log.since(seq() - 1, 1)[0];

  it('change the own PIN with the present one', async () => {
    const change = { personId: id('Ana'), pin: '1234', newPin: '8642' };
    expect(code(await call['people/change-own-pin']({ ...change, pin: '9999' }))).toBe('wrong-pin');
    expect(code(await call['people/change-own-pin']({ ...change, newPin: '4444' }))).toBe('weak-pin');
    expect(code(await call['people/change-own-pin']({ ...change, newPin: '86421' }))).toBe('ok');
    expect(newest()).toMatchObject({ type: 'person-pin-changed', actor: id('Ana') });
    const again = { personId: id('Ana'), pin: '1234', newPin: '97531' };
    expect(code(await call['people/change-own-pin'](again))).toBe('wrong-pin');
  });

  it('need six digits as managers', async () => {
    const change = { personId: id('Marta'), pin: '4321', newPin: '8642' };
    expect(code(await call['people/change-own-pin'](change))).toBe('short-pin');
    expect(code(await call['session/add-operator']({ ...RUI, pin: '8025', ...signed }))).toBe('short-pin');
    expect(code(await hireRui())).toBe('ok');
  });

  it('get a PIN, a name and a role from a manager, who is in the diary', async () => {
    const personId = id('Ana');
    expect(code(await call['people/set-pin']({ personId, newPin: '8642', ...signed }))).toBe('ok');
    expect(newest()).toMatchObject({ type: 'person-pin-changed', actor: id('Marta') });
    expect(code(await call['people/rename']({ personId, name: 'marta', ...signed }))).toBe('name-taken');
    expect(code(await call['people/rename']({ personId, name: 'Ana Paula', ...signed }))).toBe('ok');
    expect(app.till().names.person(personId)).toBe('Ana Paula');
    expect(code(await call['people/set-role']({ personId, role: 'manager', ...signed }))).toBe('ok');
    const { items } = await diary();
    expect(items.slice(0, 3).map(({ kind, actorName }) => [kind, actorName])).toEqual([
      ['person-role-changed', 'Marta'],
      ['person-renamed', 'Marta'],
      ['person-pin-changed', 'Marta'],
    ]);
  });

  const diary = async () => {
    await call['manager/enter']({ pin: '4321', managerId: id('Marta') });
    const kinds = ['person-pin-changed', 'person-renamed', 'person-role-changed'] as const;
    const page = await call['diary/list']({ cursor: null, limit: 50, kinds: [...kinds] });
    if (!page.ok) throw new Error(page.error.code);
    return page.value;
  };

  it('leave, but not the last manager and not the person whose shift is open', async () => {
    const leave = (personId: string) =>
      call['people/deactivate']({ personId, ...signed, managerId: id('Marta') });
    expect(code(await leave(id('Marta')))).toBe('last-manager');
    expect(code(await leave(id('Ana')))).toBe('has-shift');
    await hireRui();
    const rui = id('Rui');
    expect(code(await leave(rui))).toBe('ok');
    expect(code(await call['manager/enter']({ pin: RUI.pin, managerId: rui }))).toBe('unknown-manager');
    expect(code(await call['session/sign-in']({ operatorId: rui, pin: RUI.pin }))).toBe('unknown-operator');
    expect(app.till().names.person(rui)).toBe('Rui');
    const demoted = { personId: id('Marta'), role: 'operator', ...signed } as const;
    expect(code(await call['people/set-role'](demoted))).toBe('last-manager');
  });

  it('are named by who signs: a PIN of another manager is a wrong one', async () => {
    await hireRui();
    expect(code(await call['manager/enter']({ pin: RUI.pin })), 'two, and none is named').toBe(
      'unknown-manager',
    );
    expect(code(await call['manager/enter']({ pin: RUI.pin, managerId: id('Marta') }))).toBe('wrong-pin');
    expect(code(await call['manager/enter']({ pin: '1234', managerId: id('Ana') }))).toBe('unknown-manager');
    expect(code(await call['manager/enter']({ pin: RUI.pin, managerId: id('Rui') }))).toBe('ok');
    expect(newest()).toMatchObject({ type: 'manager-entered', actor: id('Rui') });
  });

  it('are told apart also with the same PIN', async () => {
    await hireRui();
    await call['session/add-operator']({ ...RUI, name: 'Caio', ...signed, managerId: id('Marta') });
    expect(code(await call['manager/enter']({ pin: RUI.pin, managerId: id('Caio') }))).toBe('ok');
    expect(newest()?.actor).toBe(id('Caio'));
  });

  it('are not made to wait by PINs for what cannot be done', async () => {
    const before = seq();
    const none = { id: '01KJQ8P0000000000000000001', requestId: 'refund-none', reason: 'troca' };
    for (let time = 0; time < 5; time++) {
      expect(code(await call['charge/refund']({ ...none, amount: 100, pin: '9999' }))).toBe('not-found');
      const weak = { name: 'Bia', role: 'operator', pin: '1111', managerPin: '9999' } as const;
      expect(code(await call['session/add-operator'](weak))).toBe('weak-pin');
      const backup = { name: 'none.db', pin: '9999', reason: 'disco novo' };
      await call['manager/enter']({ pin: '4321' });
      expect(code(await call['backup/restore'](backup))).toBe('not-found');
      await call['manager/leave']({});
    }
    expect(
      app
        .till()
        .ledger.log.since(before, 100)
        .some(({ type }) => type === 'pin-failed'),
    ).toBe(false);
  });

  it('come back with the keys of the store', async () => {
    const training = app.core.training();
    if (training === null) throw new Error('not in training');
    const { accessKey, secretKey } = training.credentials;
    const recovery = { personId: id('Marta'), accessKey, secretKey, newPin: '802513' };
    const recover = call['people/recover-pin'];
    expect(code(await recover({ ...recovery, secretKey: `${secretKey}x` }))).toBe('keys-differ');
    expect(code(await recover({ ...recovery, accessKey: '' }))).toBe('keys-differ');
    expect(code(await recover({ ...recovery, personId: id('Ana') }))).toBe('unknown-operator');
    expect(code(await recover(recovery))).toBe('ok');
    expect(newest()).toMatchObject({ type: 'person-pin-changed', body: { recovered: true } });
    expect(JSON.stringify(newest())).not.toContain(secretKey);
    expect(code(await call['manager/enter']({ pin: '802513' }))).toBe('ok');
  });

  it('sign twice above the limit of a refund', async () => {
    await hireRui();
    const limits = { refundLimits: { each: centavos(400), day: null } };
    const how = { timeLimitMinutes: 5, ownExpiry: false, shopDocument: null, ...limits, ...signed };
    expect(code(await call['session/configure']({ ...how, managerId: id('Marta') }))).toBe('ok');
    const { id: chargeId } = await app.charge(app.place(900).id, ({ status }) => status === 'pending');
    await app.core.playCustomer(chargeId, 'pay');
    await app.charge(chargeId, ({ status }) => status === 'approved');
    const first = { id: chargeId, requestId: 'refund-above', reason: 'troca', amount: 900 };
    const marta = { pin: '4321', managerId: id('Marta') };
    expect(code(await call['charge/refund']({ ...first, ...marta }))).toBe('second-manager-needed');
    const same = { secondPin: '4321', secondManagerId: id('Marta') };
    expect(code(await call['charge/refund']({ ...first, ...marta, ...same }))).toBe('unknown-manager');
    const wrong = { secondPin: '999999', secondManagerId: id('Rui') };
    expect(code(await call['charge/refund']({ ...first, ...marta, ...wrong }))).toBe('wrong-pin');
    const both = { ...first, ...marta, secondPin: RUI.pin };
    expect(code(await call['charge/refund'](both)), 'the only other manager').toBe('ok');
  });
});

describe('a locked PIN', () => {
  it('stands in a notice that only the lift of the lock removes', async () => {
    const folder = temporaryFolder();
    const app = await startTestCore(folder.path);
    const call = createHandlers(app.core);
    app.till().notices.add('pin-locked', 'Rui');
    expect(await call['session/dismiss-notice']({ id: 'pin-locked' })).toMatchObject({
      error: { code: 'not-found' },
    });
    const personId = app.till().operators.byName('Ana')?.id ?? '';
    expect(await call['people/unlock']({ personId, managerPin: '4321' })).toMatchObject({ ok: true });
    expect(app.till().notices.all()).toEqual([]);
    await app.stop();
    folder.remove();
  });
});
