import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const CNPJ = '11.222.333/0001-81';

describe('how the till charges', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  beforeAll(async () => {
    app = await startTestCore(folder.path);
  });
  afterAll(async () => {
    await app.stop();
    folder.remove();
  });

  it.each([
    [
      'a wrong PIN',
      { timeLimitMinutes: 3, ownExpiry: false, shopDocument: null, managerPin: '9999' },
      'wrong-pin',
    ],
    [
      'the PIN of an operator',
      { timeLimitMinutes: 3, ownExpiry: false, shopDocument: null, managerPin: '1234' },
      'wrong-pin',
    ],
    [
      'a life of its own without a document',
      { timeLimitMinutes: 3, ownExpiry: true, shopDocument: null, managerPin: '4321' },
      'bad-document',
    ],
    [
      'a document whose digits are wrong',
      { timeLimitMinutes: 3, ownExpiry: true, shopDocument: '11222333000180', managerPin: '4321' },
      'bad-document',
    ],
  ])('refuses %s and changes nothing', async (_what, input, code) => {
    const before = app.till().settings.get();
    const configured = await createHandlers(app.core)['session/configure'](input);
    expect(configured).toMatchObject({ ok: false, error: { code } });
    expect(app.till().settings.get()).toBe(before);
  });

  it('makes orders with a life of their own, reads them through their own calls, and cancels them', async () => {
    const changed = await createHandlers(app.core)['session/configure']({
      timeLimitMinutes: 10,
      ownExpiry: true,
      shopDocument: CNPJ,
      managerPin: '4321',
    });
    expect(changed.ok).toBe(true);

    const paid = app.place(1500);
    const pending = await app.charge(paid.id, ({ status }) => status === 'pending');
    expect(pending).toMatchObject({ timeLimitMs: 600_000 });
    expect(pending.attempts[0]).toMatchObject({ family: 'orderv', status: 'open' });
    await app.core.playCustomer(paid.id, 'pay');
    await app.charge(paid.id, ({ status }) => status === 'approved');
    app.till().service.act(paid.id, { type: 'finalized' }, byWindow('ana'));

    const dropped = app.place(700);
    await app.charge(dropped.id, ({ status }) => status === 'pending');
    app
      .till()
      .service.act(dropped.id, { type: 'given-up', cause: 'operator', reason: null }, byWindow('ana'));
    expect((await app.charge(dropped.id, ({ status }) => status === 'cancelled')).attempts[0]?.status).toBe(
      'closed',
    );
  });
});
