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
    await addManager(app.till(), '9630', logger);
    expect(added()).toMatchObject([
      { actor: 'headless', via: { channel: 'command-line' }, body: { role: 'manager' } },
    ]);
    expect(records).toEqual([]);
    await addManager(app.till(), '1470', logger);
    expect(added()).toHaveLength(1);
    expect(records).toMatchObject([{ event: 'manager-pin-file-not-used' }]);
    const { operators } = app.till();
    const id = operators.byName('Gerente')?.id ?? '';
    expect(await operators.check(id, '9630', { channel: 'window' })).toMatchObject({ ok: true });
  });
});
