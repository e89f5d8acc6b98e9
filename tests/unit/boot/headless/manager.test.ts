import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addManager, settleKeys } from '../../../../main/core/boot/headless/manager.ts';
import type { Till } from '../../../../main/core/till/till.ts';
import type { KeysName } from '../../../../shared/domain/ledger-event/till-event.ts';
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

  it('confirms keys that the ledger does not know, and says what to do while they wait', async () => {
    const till = app.till();
    const said: string[] = [];
    let unconfirmed: KeysName | null = { host: 'x.example', clientIdEnd: '', clientIdHash: 'ab' };
    const confirmed: string[] = [];
    const keys: Till['keys'] = {
      unconfirmed: () => unconfirmed,
      confirm(by) {
        confirmed.push(by.actor);
        unconfirmed = null;
      },
    };
    till.notices.add('keys-changed-outside', 'x.example');
    const settle = (pin: string | null): Promise<void> =>
      settleKeys({ ...till, keys }, pin, (line) => said.push(line));
    await settle(null);
    await settle('1111');
    expect(said).toEqual([expect.stringContaining('--confirm-keys'), expect.stringContaining('PIN')]);
    expect(confirmed).toEqual([]);
    await settle('147036');
    expect(confirmed).toEqual([till.operators.byName('Gerente')?.id]);
    expect(till.notices.all().map(({ code }) => code)).not.toContain('keys-changed-outside');
    await settle(null);
    expect(said).toHaveLength(2);
  });
});
