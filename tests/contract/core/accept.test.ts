import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';

/** Ana (1234) is at the till, Marta (4321) is the manager. The customer of training pays one centavo less. */
describe('a payment of another amount than the sale', () => {
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

  const code = (reply: { ok: boolean; error?: { code: string } }) => reply.error?.code ?? 'ok';
  const pending = () => app.charge(app.place(2590).id, ({ status }) => status === 'pending');
  const paidLess = async (): Promise<string> => {
    const { id } = await pending();
    expect(await app.core.playCustomer(id, 'pay-other-amount')).toBe('done');
    await app.charge(id, ({ status }) => status === 'approved');
    return id;
  };

  it('is accepted by a manager alone, who is in the ledger', async () => {
    const id = await paidLess();
    expect(code(await call['charge/finalize']({ id }))).toBe('amount-differs');
    expect(code(await call['charge/accept']({ id, pin: '1234' }))).toBe('wrong-pin');
    const accepted = await call['charge/accept']({ id, pin: '4321' });
    expect(accepted).toMatchObject({ ok: true, value: { settled: true, needsManager: false } });
    const marta = app.till().operators.byName('Marta')?.id;
    expect(app.till().ledger.log.of(id).at(-1)).toMatchObject({ type: 'finalized', actor: marta });
  });

  it('is in the list of the day with what was received, so that the rows add up', async () => {
    const id = await paidLess();
    await call['charge/accept']({ id, pin: '4321' });
    const views: { today: { total: number; rows: readonly { amount: number }[] } }[] = [];
    app.presenter.sources['till/view'].subscribe((view) => views.push(view))();
    expect(views[0]?.today).toMatchObject({ total: 2589, rows: [{ amount: 2589 }] });
  });

  it('is refused before the PIN while nothing was paid, and the exact amount needs no manager', async () => {
    const { id } = await pending();
    expect(code(await call['charge/accept']({ id, pin: '9999' }))).toBe('not-approved');
    expect(await app.core.playCustomer(id, 'pay')).toBe('done');
    await app.charge(id, ({ status }) => status === 'approved');
    expect(code(await call['charge/finalize']({ id }))).toBe('ok');
  });
});
