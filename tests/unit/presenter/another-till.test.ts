import { describe, expect, it, onTestFinished } from 'vitest';
import type { CustomerView, TillView } from '../../../shared/contract/views.ts';
import { startTestCore, temporaryFolder } from '../../support/core/start-test-core.ts';

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
    app.core.presenter.sources['till/view'].subscribe((view) => cashier.push(view));
    app.core.presenter.sources['customer/view'].subscribe((view) => customer.push(view));
    const keys = { accessKey: 'a', secretKey: 's', clientId: 'c', baseUrl: 'https://gateway.invalid' };
    const until = async (holds: () => boolean): Promise<void> => {
      while (!holds()) await new Promise((resolve) => setImmediate(resolve));
    };
    app.core.till().touch();
    expect(await app.core.useCredentials(keys)).toEqual({ ok: true, value: { mode: 'production' } });
    await until(() => cashier.at(-1)?.mode === 'production');
    expect(customer.at(-1)).toMatchObject({ training: false });
    expect(await app.core.useCredentials(null)).toMatchObject({ ok: true });
    await until(() => cashier.at(-1)?.mode === 'training');
    expect(cashier.at(-1)?.operator?.name).toBe('Ana');
  });
});
