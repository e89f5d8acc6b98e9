import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addManager } from '../../../../main/core/boot/headless/manager.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../../support/core/start-test-core.ts';

describe('the manager of the PIN file', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  beforeAll(async () => {
    app = await startTestCore(folder.path, { signedIn: false });
  });
  afterAll(async () => {
    await app.stop();
    folder.remove();
  });
  const added = () =>
    app
      .till()
      .ledger.log.since(0, 100)
      .filter(({ type, body }) => type === 'operator-added' && body['name'] === 'Gerente');

  it('is added once, by the command line, also in training, which has a manager', async () => {
    const { logger, records } = keptLogger();
    const add = (pin: string, recover = false) => addManager(app.till(), { pin, recover }, logger);
    expect(await add('1111')).toEqual({ ok: false, error: 'short-pin' });
    expect(await add('9630')).toEqual({ ok: false, error: 'short-pin' });
    expect(added()).toEqual([]);
    expect(await add('963074')).toMatchObject({ ok: true });
    expect(added()).toMatchObject([
      { actor: 'headless', via: { channel: 'command-line' }, body: { role: 'manager' } },
    ]);
    expect(records).toEqual([]);
    expect(await add('147036')).toMatchObject({ ok: true });
    expect(added()).toHaveLength(1);
    expect(records).toMatchObject([{ event: 'manager-pin-file-not-used' }]);
    const { operators } = app.till();
    const id = operators.byName('Gerente')?.id ?? '';
    expect(await operators.check(id, '963074', { channel: 'window' })).toMatchObject({ ok: true });
    expect(await add('147036', true)).toMatchObject({ ok: true });
    expect(await operators.check(id, '147036', { channel: 'window' })).toMatchObject({ ok: true });
    const { log } = app.till().ledger;
    expect(log.since(log.head().seq - 1, 1)).toMatchObject([
      { type: 'person-pin-changed', actor: 'headless', body: { name: 'Gerente', recovered: true } },
    ]);
  });
});
