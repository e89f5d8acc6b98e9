import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Credentials } from '../../../shared/contract/main-port.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import { startCore, type Core } from '../../../main/core/till/core.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { createLogger } from '../../../main/core/boot/core-logger.ts';
import { createPrinters } from '../../../main/core/printing/transports/create-printers.ts';
import { err } from '../../../shared/kernel/result.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';

const KEYS: Credentials = {
  accessKey: 'access-key-of-the-shop',
  secretKey: 'secret-key-of-the-shop',
  clientId: 'client-id-of-the-shop',
  baseUrl: 'https://gateway.invalid',
};

/** A data folder, and a core in it that is started with what a vault knows. */
function machine() {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  const start = (credentials: Credentials | null, id: string | null) =>
    startCore({
      dataDir: folder.path,
      credentials,
      ledgerMemory: id === null ? null : { id, signingKey: null },
      headFile: null,
      screens: null,
      clock: systemClock,
      random: systemRandom,
      logger: createLogger(() => undefined, systemClock),
      transport: () => Promise.resolve(err({ kind: 'unreachable', detail: 'no network' } as const)),
      printers: createPrinters(systemClock),
    });
  const begun = async (credentials: Credentials | null, id: string | null): Promise<Core> => {
    const core = await start(credentials, id);
    if (!core.ok) throw new Error(core.error);
    onTestFinished(() => core.value.stop());
    return core.value;
  };
  /** Sells in production once and ends. Returns the id of the ledger. */
  const firstDay = async (): Promise<string> => {
    const core = await begun(KEYS, null);
    const id = core.till().ledgerId;
    await createHandlers(core)['session/add-operator']({ name: 'Rui', role: 'manager', pin: '963074' });
    await core.stop();
    return id;
  };
  return { folder: folder.path, start, begun, firstDay, production: join(folder.path, 'production') };
}

describe('keys that know a ledger', () => {
  it('open that ledger, and no empty folder in its place', async () => {
    const { begun, start, firstDay, production, folder } = machine();
    const id = await firstDay();
    await (await begun(KEYS, id)).stop();
    renameSync(production, join(folder, 'moved'));
    expect(await start(KEYS, id)).toEqual({ ok: false, error: 'ledger-gone' });
    expect(existsSync(join(production, 'ledger.db')), 'nothing is begun').toBe(false);
    rmSync(production, { recursive: true, force: true });
    renameSync(join(folder, 'moved'), production);
    expect((await begun(KEYS, id)).till().operators.all()).toMatchObject([{ name: 'Rui' }]);
  });

  it('open no other ledger of production', async () => {
    const [here, there] = [machine(), machine()];
    const id = await here.firstDay();
    await there.firstDay();
    rmSync(here.production, { recursive: true });
    renameSync(there.production, here.production);
    expect(await here.start(KEYS, id)).toEqual({ ok: false, error: 'ledger-gone' });
  });

  it('begin none anew where the ledger is damaged and nothing of it can be restored', async () => {
    const { start, firstDay, production } = machine();
    const id = await firstDay();
    rmSync(join(production, 'backups'), { recursive: true, force: true });
    writeFileSync(
      join(production, 'ledger.db'),
      'not a ledger, but long enough to be read as one'.repeat(20),
    );
    const before = readdirSync(production).sort();
    expect(await start(KEYS, id)).toEqual({ ok: false, error: 'ledger-gone' });
    expect(readdirSync(production).sort(), 'all as it was').toEqual(before);
  });

  it('are not replaced by way of training while the folder is gone', async () => {
    const { begun, firstDay, production } = machine();
    const id = await firstDay();
    rmSync(production, { recursive: true });
    const core = await begun(null, id);
    const use = createHandlers(core)['gateway/use'];
    expect(await use({ credentials: KEYS })).toMatchObject({ error: { code: 'ledger-gone' } });
    expect(await use({ credentials: null })).toMatchObject({ error: { code: 'ledger-gone' } });
    expect(core.till().identity.mode).toBe('training');
  });

  it('are of the ledger that they were first used with in the same run', async () => {
    const { begun, production } = machine();
    const core = await begun(null, null);
    const handlers = createHandlers(core);
    expect(await handlers['gateway/use']({ credentials: KEYS })).toMatchObject({ ok: true });
    expect(await handlers['gateway/use']({ credentials: null })).toMatchObject({ ok: true });
    rmSync(production, { recursive: true });
    expect(await handlers['gateway/use']({ credentials: KEYS })).toMatchObject({
      error: { code: 'ledger-gone' },
    });
  });
});
