import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUndiciTransport } from '../../../main/core/gateway/undici-transport.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { err } from '../../../shared/kernel/result.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';

/** The ways out of a charge from the manager's screens, against a real core and the real training gateway. */
describe('what the manager settles', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  let handlers: ReturnType<typeof createHandlers>;
  let isMute = false;

  beforeAll(async () => {
    const network = createUndiciTransport();
    app = await startTestCore(folder.path, {
      // Neither a question about an order nor a cancel arrives while it is mute.
      transport: (request) =>
        isMute && request.method !== 'POST' && request.url.includes('/order/')
          ? Promise.resolve(err({ kind: 'no-answer', detail: 'mute' }))
          : network(request),
    });
    handlers = createHandlers(app.core);
  });
  afterAll(async () => {
    await app.stop();
    folder.remove();
  });

  const show = async (amount: number): Promise<Charge> =>
    app.charge(app.place(amount).id, ({ status }) => status === 'pending');
  const waysOf = async (id: string): Promise<readonly string[]> => {
    const detail = await handlers['manager/payment']({ id });
    return detail.ok ? detail.value.ways : [detail.error.code];
  };
  const lastActor = (id: string): string | undefined => {
    const actor = app.till().ledger.log.of(id).at(-1)?.actor;
    return actor === undefined ? undefined : app.till().operators.byId(actor)?.name;
  };

  it('is refused until a manager has entered, and nothing happens', async () => {
    const { id, version } = await show(900);
    for (const name of ['manager/finalize', 'manager/cancel', 'manager/check'] as const)
      expect(await handlers[name]({ id }), name).toMatchObject({ error: { code: 'manager-needed' } });
    expect(app.till().ledger.charges.byId(id)?.version).toBe(version);
    expect(await handlers['manager/enter']({ pin: '4321' })).toMatchObject({ ok: true });
  });

  it('a charge that waits is asked about, not finalized, and cancelled in the manager’s name', async () => {
    const { id } = app.till().ledger.charges.unresolved()[0]!;
    expect(await waysOf(id)).toEqual(['cancel', 'wait']);
    expect(await handlers['manager/check']({ id })).toMatchObject({
      value: { answered: true, charge: { status: 'pending' } },
    });
    expect(await handlers['manager/finalize']({ id })).toMatchObject({ error: { code: 'not-approved' } });
    isMute = true;
    expect(await handlers['manager/cancel']({ id })).toMatchObject({ value: { status: 'cancelling' } });
    expect(lastActor(id)).toBe('Marta');
    expect(await handlers['manager/cancel']({ id })).toMatchObject({ error: { code: 'not-cancellable' } });
  });

  // Each check waits for its turn: an order is asked about every few seconds at most, and the till asks too.
  it('without the gateway a check says so; back again, the check brings what is true', async () => {
    const { id } = app.till().ledger.charges.unresolved()[0]!;
    expect(await waysOf(id)).toEqual(['wait', 'force']);
    expect(await handlers['manager/check']({ id })).toMatchObject({
      value: { answered: false, charge: { status: 'cancelling', settled: false } },
    });
    expect(await app.core.playCustomer(id, 'pay')).toBe('done');
    isMute = false;
    expect(await handlers['manager/check']({ id })).toMatchObject({
      value: { answered: true, charge: { status: 'approved', late: true, settled: false } },
    });
    expect(await waysOf(id)).toEqual(['finalize', 'refund']);
  });

  it('late money is used for the sale, once', async () => {
    const { id } = app.till().ledger.charges.unresolved()[0]!;
    expect(await handlers['manager/finalize']({ id })).toMatchObject({ value: { settled: true } });
    expect(lastActor(id)).toBe('Marta');
    expect(await handlers['manager/finalize']({ id })).toMatchObject({ error: { code: 'not-approved' } });
    expect(await waysOf(id)).toEqual(['refund']);
  });

  it('a charge that is not there is said so', async () => {
    const id = '00000000000000000000000000';
    for (const name of ['manager/finalize', 'manager/cancel', 'manager/check'] as const)
      expect(await handlers[name]({ id }), name).toMatchObject({ error: { code: 'not-found' } });
  });
});
