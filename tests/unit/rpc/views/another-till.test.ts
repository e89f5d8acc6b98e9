import { describe, expect, it, onTestFinished } from 'vitest';
import type { CustomerView, TillView } from '../../../../shared/contract/views.ts';
import { createHandlers } from '../../../../main/core/rpc/handlers.ts';
import type { Credentials } from '../../../../shared/contract/main-port.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../../support/core/start-test-core.ts';

const use = (app: TestCore, credentials: Credentials | null) =>
  createHandlers(app.core)['gateway/use']({ credentials });

describe('from training to real keys and back', () => {
  it('the windows go on looking', async () => {
    const folder = temporaryFolder();
    const app = await startTestCore(folder.path);
    onTestFinished(async () => {
      await app.stop();
      folder.remove();
    });
    const cashier: TillView[] = [];
    const customer: CustomerView[] = [];
    app.presenter.sources['till/view'].subscribe((view) => cashier.push(view));
    app.presenter.sources['customer/view'].subscribe((view) => customer.push(view));
    const keys = { accessKey: 'a', secretKey: 's', clientId: 'c', baseUrl: 'https://gateway.invalid' };
    const until = async (holds: () => boolean): Promise<void> => {
      while (!holds()) await new Promise((resolve) => setImmediate(resolve));
    };
    app.core.till().touch();
    expect(await use(app, keys)).toEqual({ ok: true, value: { mode: 'production' } });
    await until(() => cashier.at(-1)?.mode === 'production');
    expect(customer.at(-1)).toMatchObject({ training: false });
    expect(await use(app, null)).toMatchObject({ ok: true });
    await until(() => cashier.at(-1)?.mode === 'training');
    expect(cashier.at(-1)?.operator?.name).toBe('Ana');
  });

  it('nothing is begun at the till that is left', async () => {
    const folder = temporaryFolder();
    const app = await startTestCore(folder.path);
    onTestFinished(async () => {
      await app.stop();
      folder.remove();
    });
    const handlers = createHandlers(app.core);
    const left = app.till();
    const keys = { accessKey: 'a', secretKey: 's', clientId: 'c', baseUrl: 'https://gateway.invalid' };
    const changing = [use(app, keys), use(app, null)];
    while (app.core.atWork()) await Promise.resolve();
    const order = { requestId: 'while-it-changes-over', amount: 100, wallet: 'pix' };
    expect(left.ledger.db.open).toBe(true);
    expect(await handlers['charge/create'](order)).toMatchObject({ error: { code: 'core-restarted' } });
    expect(left.ledger.charges.byRequestId(order.requestId)).toBeNull();
    for (const change of changing) expect(await change).toMatchObject({ ok: true });
    expect(app.core.atWork()).toBe(true);
    expect(app.till().identity.mode).toBe('training');
    expect(await handlers['charge/create'](order)).toMatchObject({ ok: true });
  });

  it('a change that is refused chooses nothing', async () => {
    const folder = temporaryFolder();
    const app = await startTestCore(folder.path, { modeChosen: false });
    onTestFinished(async () => {
      await app.stop();
      folder.remove();
    });
    const cashier: TillView[] = [];
    app.presenter.sources['till/view'].subscribe((view) => cashier.push(view));
    const keys = { accessKey: 'a', secretKey: 's', clientId: 'c', baseUrl: 'http://elsewhere.invalid' };
    expect(await use(app, keys)).toMatchObject({ error: { code: 'bad-url' } });
    const seen = cashier.length;
    app.core.till().touch();
    while (cashier.length === seen) await new Promise((resolve) => setImmediate(resolve));
    expect(cashier.at(-1)?.phase).toBe('first-run');
  });
});
