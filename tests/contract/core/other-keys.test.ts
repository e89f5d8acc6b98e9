import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { createLogger } from '../../../main/core/boot/core-logger.ts';
import { createPrinters } from '../../../main/core/printing/transports/create-printers.ts';
import type { HttpTransport } from '../../../main/core/gateway/transport.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import { createPresenter } from '../../../main/core/rpc/views/presenter.ts';
import { startCore, type Core } from '../../../main/core/till/core.ts';
import type { Credentials } from '../../../shared/contract/main-port.ts';
import { openLedgerFile } from '../../../main/core/ledger/open-ledger.ts';
import { createLedger } from '../../../main/core/ledger/ledger.ts';
import { BY_MACHINE } from '../../../shared/domain/ledger-event/by.ts';
import { err } from '../../../shared/kernel/result.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';

const MANAGER_PIN = '963074';
const keys = (host: string): Credentials => ({
  accessKey: `access-key-of-${host}`,
  secretKey: `secret-key-of-${host}`,
  clientId: `client-id-of-${host}`,
  baseUrl: 'https://gateway.invalid',
});
const KEYS = keys('shop');
const OTHERS = keys('thief');

/** A shop of production. No request to the gateway gets an answer; the logins that were tried are kept. */
function shop() {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  const asked: string[] = [];
  const transport: HttpTransport = (request) => {
    asked.push(new URL(request.url).pathname);
    return Promise.resolve(err({ kind: 'unreachable', detail: 'no network' } as const));
  };
  let core: Core | null = null;
  const start = async (credentials: Credentials | null) => {
    await core?.stop();
    const started = await startCore({
      dataDir: folder.path,
      credentials,
      ledgerMemory: null,
      headFile: null,
      screens: createPresenter(systemClock, true),
      clock: systemClock,
      random: systemRandom,
      logger: createLogger(() => undefined, systemClock),
      transport,
      printers: createPrinters(systemClock),
    });
    if (!started.ok) throw new Error(started.error);
    core = started.value;
    return { core, till: core.till(), call: createHandlers(core) };
  };
  onTestFinished(() => core?.stop());
  return { folder: folder.path, start, asked };
}

type Running = Awaited<ReturnType<ReturnType<typeof shop>['start']>>;

/** The rows about keys: who, what, and the end of the Client ID. */
const rows = ({ till }: Running) =>
  till.ledger.log
    .since(0, 1000)
    .filter(({ type }) => type === 'gateway-changed')
    .map(({ actor, body }) => [actor, body['change'], body['clientIdEnd']]);

/** The first start with `KEYS`: Rui is the manager, Bia the operator, and Bia is signed in. */
async function opened() {
  const { start, ...rest } = shop();
  const first = await start(KEYS);
  await first.call['session/add-operator']({ name: 'Rui', role: 'manager', pin: MANAGER_PIN });
  await first.call['session/add-operator']({
    name: 'Bia',
    role: 'operator',
    pin: '2580',
    managerPin: MANAGER_PIN,
  });
  await first.call['session/sign-in']({
    operatorId: first.till.operators.byName('Bia')?.id ?? '',
    pin: '2580',
  });
  return { start, first, ...rest };
}

const charge = ({ call }: Running, requestId: string) => call['charge/create']({ requestId, amount: 500 });

describe('keys that changed outside Balcão', () => {
  it('are recorded and shown, and no charge is taken until a manager of this ledger confirms', async () => {
    const { start, first } = await opened();
    expect(rows(first)).toEqual([['balcao', 'found', 'shop']]);
    expect(await charge(first, 'before-1')).toMatchObject({ ok: true });
    const waiting = first.till.ledger.charges.waiting()?.id ?? '';

    const next = await start(OTHERS);
    expect(rows(next)).toEqual([
      ['balcao', 'found', 'shop'],
      ['balcao', 'changed-outside', 'hief'],
    ]);
    expect(next.till.notices.all()).toMatchObject([
      { code: 'keys-changed-outside', detail: 'gateway.invalid · …hief' },
    ]);
    expect(await charge(next, 'thief-01')).toMatchObject({ error: { code: 'keys-unconfirmed' } });
    expect(await charge(next, 'before-1'), 'a repeated request keeps its answer').toMatchObject({ ok: true });
    expect(await next.call['charge/cancel']({ id: waiting }), 'the waiting charge can go').toMatchObject({
      ok: true,
    });

    const dismiss = next.call['session/dismiss-notice']({ id: 'keys-changed-outside' });
    expect(await dismiss).toMatchObject({ error: { code: 'manager-needed' } });
    const sign = (pin: string) => next.call['session/sign-notice']({ id: 'keys-changed-outside', pin });
    expect(await sign('2580'), 'an operator').toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await charge(next, 'thief-02')).toMatchObject({ error: { code: 'keys-unconfirmed' } });
    expect(await sign(MANAGER_PIN)).toMatchObject({ ok: true });
    expect(rows(next).at(-1)).toEqual([next.till.operators.byName('Rui')?.id, 'confirmed', 'hief']);
    expect(next.till.notices.all()).toEqual([]);
    expect(await charge(next, 'thief-03')).toMatchObject({ ok: true });
  });

  it('are asked about at each start, written once, and the known ones end the question', async () => {
    const { start } = await opened();
    await start(OTHERS);
    const again = await start(OTHERS);
    expect(rows(again)).toHaveLength(2);
    expect(again.till.keys.unconfirmed()).not.toBeNull();
    again.till.ledger.db.prepare('DELETE FROM notice').run();
    expect((await start(OTHERS)).till.notices.all(), 'shown again').toHaveLength(1);
    const back = await start(KEYS);
    expect(rows(back).at(-1)).toEqual(['balcao', 'found', 'shop']);
    expect(back.till.notices.all()).toEqual([]);
    expect(await charge(back, 'known-01')).toMatchObject({ ok: true });
  });

  it('are found also after training, and where the Client ID alone or the host alone is another', async () => {
    const { start } = await opened();
    await start(null);
    const clientId = `${KEYS.clientId.slice(0, 5)}X${KEYS.clientId.slice(6)}`;
    expect((await start({ ...KEYS, clientId })).till.keys.unconfirmed()).not.toBeNull();
    const elsewhere = { ...KEYS, baseUrl: 'https://elsewhere.invalid' };
    expect((await start(elsewhere)).till.keys.unconfirmed()).not.toBeNull();
    expect((await start(KEYS)).till.keys.unconfirmed()).toBeNull();
  });

  it('send no order, read none and cancel none until they are confirmed', async () => {
    const { start, first, asked } = await opened();
    await charge(first, 'queued-1');
    const id = first.till.ledger.charges.waiting()?.id ?? '';
    await expect.poll(() => first.till.ledger.charges.byId(id)?.status).toBe('queued');
    const next = await start(OTHERS);
    asked.length = 0;
    const retried = await next.call['charge/retry']({ id });
    expect(retried).toMatchObject({ ok: true });
    expect(await next.till.askGatewayAbout(id)).toBe(false);
    // The start has waited for an answer about the charge in vain.
    await expect.poll(() => next.till.recovering()).toBe(false);
    expect(asked.filter((path) => path.includes('order'))).toEqual([]);
    expect(next.till.ledger.charges.byId(id)?.status).toBe('creating');
    await next.call['session/sign-notice']({ id: 'keys-changed-outside', pin: MANAGER_PIN });
    await expect.poll(() => next.till.ledger.charges.byId(id)?.status).toBe('queued');
  });

  it('are compared by host and end with a row of a version without hashes', async () => {
    const { folder, start } = shop();
    const birth = { mode: 'production', now: systemClock.now(), random: systemRandom } as const;
    const file = openLedgerFile(`${folder}/production`, birth);
    if (!file.ok) throw new Error(file.error);
    const ledger = createLedger(file.value.db, systemClock, () => 'America/Sao_Paulo', systemRandom);
    const old = { change: 'connected', host: 'gateway.invalid', clientIdEnd: 'shop' } as const;
    ledger.record('gateway-changed', old, BY_MACHINE);
    ledger.close();
    const next = await start(KEYS);
    expect(rows(next)).toEqual([
      ['balcao', 'connected', 'shop'],
      ['balcao', 'found', 'shop'],
    ]);
    expect(rows(await start(OTHERS)).at(-1)).toEqual(['balcao', 'changed-outside', 'hief']);
  });
});
