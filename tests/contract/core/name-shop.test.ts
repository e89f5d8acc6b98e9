import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';

const NAMES = { shopName: 'Loja Nova', tillName: 'Caixa 9', zone: 'America/Manaus' };
const KEYS = { accessKey: 'a', secretKey: 's', clientId: 'c', baseUrl: 'https://gateway.invalid' };

describe('the names of shop and till', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let app: TestCore;
  let handlers: Handlers;
  beforeEach(async () => {
    folder = temporaryFolder();
    app = await startTestCore(folder.path);
    handlers = createHandlers(app.core);
  });
  afterEach(async () => {
    await app.stop();
    folder.remove();
  });

  it('are free in the first run alone', async () => {
    await handlers['gateway/use']({ credentials: KEYS });
    expect(await handlers['session/name-shop'](NAMES)).toMatchObject({ ok: true });
    await handlers['session/add-operator']({ name: 'Rui', role: 'manager', pin: '963074' });
    const again = { ...NAMES, shopName: 'Outra Loja' };
    expect(await handlers['session/name-shop'](again)).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(app.till().settings.get()).toMatchObject(NAMES);
    expect(await handlers['session/name-shop']({ ...again, managerPin: '963074' })).toMatchObject({
      ok: true,
    });
    expect(app.till().settings.get()).toMatchObject(again);
    const rui = app.till().operators.byName('Rui')?.id;
    const changes = app
      .till()
      .ledger.log.since(0, 100)
      .filter(({ type }) => type === 'settings-changed');
    expect(changes.map(({ actor }) => actor)).toEqual(['first-run', rui]);
  });

  it('take a manager, whoever is signed in', async () => {
    const name = (managerPin: string) => handlers['session/name-shop']({ ...NAMES, managerPin });
    expect(await name('1234')).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await name('4321')).toMatchObject({ ok: true });
  });

  it('stand beside the time of the store, which must be one', () => {
    const noZone = { ...NAMES, zone: 'America/Atlantida' };
    expect(contract['session/name-shop'].input.safeParse(noZone).success).toBe(false);
  });

  it('can change while a charge waits, which keeps the name that it was made with', async () => {
    const { id } = app.place(500);
    const before = app.core.till().ledger.charges.byId(id)?.till;
    const renamed = { ...NAMES, tillName: `${before} novo`, managerPin: '4321' };
    expect(await handlers['session/name-shop'](renamed)).toMatchObject({ ok: true });
    expect(app.core.till().ledger.charges.waiting()).toMatchObject({ id, till: before });
    const next = { requestId: 'request-next', amount: 700 };
    expect(await handlers['charge/create'](next)).toMatchObject({ error: { code: 'unsettled-charge' } });
    await handlers['charge/cancel']({ id });
    expect(await handlers['charge/create'](next)).toMatchObject({ ok: true });
  });
});
