import { placeCharge } from '../../../main/core/commands/place-charge.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Credentials } from '../../../shared/contract/main-port.ts';
import type { TillView } from '../../../shared/contract/views.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import type { Till } from '../../../main/core/till/till.ts';
import { startTestCore, temporaryFolder } from '../../support/core/start-test-core.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const TRAINING_PIN = '4321';
const MANAGER_PIN = '963074';

const keys = (host: string): Credentials => ({
  accessKey: 'access-key-of-the-shop',
  secretKey: 'secret-key-of-the-shop',
  clientId: `client-id-of-${host}`,
  baseUrl: `https://${host}.invalid`,
});
const KEYS = keys('shop');
const OTHERS = keys('thief');

async function open(options: Parameters<typeof startTestCore>[1] = {}) {
  const folder = temporaryFolder();
  const app = await startTestCore(folder.path, options);
  onTestFinished(async () => {
    await app.stop();
    folder.remove();
  });
  const handlers = createHandlers(app.core);
  const use = (credentials: Credentials | null, managerPin?: string) =>
    handlers['gateway/use']({ credentials, managerPin });
  return { app, folder, handlers, use };
}

/** The same, connected as the first run leaves it: Rui is the manager, Bia the operator. */
async function openConnected() {
  const shop = await open();
  expect(await shop.use(KEYS)).toMatchObject({ ok: true });
  const add = shop.handlers['session/add-operator'];
  await add({ name: 'Rui', role: 'manager', pin: MANAGER_PIN });
  await add({ name: 'Bia', role: 'operator', pin: '2580', managerPin: MANAGER_PIN });
  return shop;
}

const told = (till: Till, type: string) =>
  till.ledger.log
    .since(0, 1000)
    .filter((event) => event.type === type)
    .map(({ actor, body }): Record<string, unknown> => {
      const { clientIdHash, ...rest } = body;
      if (typeof clientIdHash === 'string') expect(clientIdHash).toMatch(/^[0-9a-f]{64}$/);
      return { actor, ...rest };
    });

describe('the keys of a shop', () => {
  it('are free in the first run, which stands in the diary', async () => {
    const { app, use } = await open();
    expect(await use(KEYS)).toEqual({ ok: true, value: { mode: 'production' } });
    expect(await use(OTHERS)).toMatchObject({ ok: true });
    expect(told(app.till(), 'gateway-changed')).toEqual([
      { actor: 'first-run', change: 'connected', host: 'shop.invalid', clientIdEnd: 'shop' },
      { actor: 'first-run', change: 'replaced', host: 'thief.invalid', clientIdEnd: 'hief' },
    ]);
  });

  it('take the PIN of a manager to be replaced or removed, once there is one', async () => {
    const { app, use } = await openConnected();
    const till = app.till();
    expect(await use(OTHERS)).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await use(OTHERS, '2580')).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await use(null, TRAINING_PIN)).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await use(null, TRAINING_PIN)).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await use(null, MANAGER_PIN)).toMatchObject({
      error: { code: 'wait', details: { waitMs: expect.any(Number) } },
    });
    expect(app.till(), 'nothing was changed').toBe(till);
    expect(told(till, 'gateway-changed')).toHaveLength(1);
    expect(told(till, 'pin-failed')).toHaveLength(3);
  });

  it('are changed by the manager, whose name and nothing of a key stands in the diary', async () => {
    const { app, use } = await openConnected();
    const rui = app.till().operators.byName('Rui')?.id;
    expect(await use(OTHERS, MANAGER_PIN)).toMatchObject({ ok: true });
    expect(told(app.till(), 'gateway-changed').at(-1)).toEqual({
      actor: rui,
      change: 'replaced',
      host: 'thief.invalid',
      clientIdEnd: 'hief',
    });
    const log = JSON.stringify(app.till().ledger.log.since(0, 1000));
    expect(log).not.toMatch(/access-key|secret-key|client-id-of/);
  });

  it('are not changed by way of training, whose PINs everybody knows', async () => {
    const { app, use } = await openConnected();
    const rui = app.till().operators.byName('Rui')?.id;
    expect(await use(null, MANAGER_PIN)).toEqual({ ok: true, value: { mode: 'training' } });
    expect(await use(OTHERS, TRAINING_PIN)).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await use(null, TRAINING_PIN), 'nor set aside').toMatchObject({ error: { code: 'wrong-pin' } });
    expect(app.till().identity.mode).toBe('training');
    expect(told(app.till(), 'pin-failed'), 'training is none of it').toEqual([]);
    expect(await use(KEYS, MANAGER_PIN)).toEqual({ ok: true, value: { mode: 'production' } });
    expect(told(app.till(), 'pin-failed')).toHaveLength(2);
    expect(told(app.till(), 'gateway-changed').map((event) => [event['actor'], event['change']])).toEqual([
      ['first-run', 'connected'],
      [rui, 'removed'],
      [rui, 'connected'],
    ]);
    expect(app.till().ledger.log.firstBroken()).toBeNull();
  });

  it('make the next try wait also from training, where the books are opened for each try', async () => {
    const { use } = await openConnected();
    await use(null, MANAGER_PIN);
    for (let time = 0; time < 3; time++)
      expect(await use(KEYS, '999999')).toMatchObject({ error: { code: 'wrong-pin' } });
    const left = async (): Promise<number> => {
      const reply = await use(KEYS, MANAGER_PIN);
      return reply.ok ? 0 : Number(reply.error.details?.['waitMs']);
    };
    const first = await left();
    expect(first).toBeGreaterThan(0);
    let later = await left();
    while (later > 0) {
      expect(later, 'a wait goes on and does not begin again').toBeLessThan(first);
      later = await left();
    }
  });

  it('go to another address than the known ones only with the PIN of a manager, once there is one', async () => {
    const { app, folder, use, handlers } = await open();
    const check = (address: string, managerPin?: string) =>
      handlers['gateway/check-address']({ address, managerPin });
    expect(await check('http://shop.example')).toMatchObject({ error: { code: 'bad-url' } });
    expect(await check('https://shop.example/')).toEqual({
      ok: true,
      value: { baseUrl: 'https://shop.example' },
    });
    expect(existsSync(join(folder.path, 'production')), 'a question needs no books').toBe(false);
    await use(KEYS);
    expect(await check('https://shop.example')).toMatchObject({ ok: true });
    await handlers['session/add-operator']({ name: 'Rui', role: 'manager', pin: MANAGER_PIN });
    await use(null, MANAGER_PIN);
    for (const pin of [undefined, TRAINING_PIN])
      expect(await check('https://shop.example', pin)).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await check('https://shop.example', MANAGER_PIN)).toMatchObject({ ok: true });
    expect(app.till().identity.mode).toBe('training');
  });

  it('are asked for on the screen of a till that trains beside a shop with a manager', async () => {
    const { app, folder, use, handlers } = await open();
    const views: TillView[] = [];
    app.presenter.sources['till/view'].subscribe((view) => views.push(view));
    const guarded = async (): Promise<boolean | undefined> => {
      const seen = views.length;
      app.till().touch();
      while (views.length === seen) await new Promise((resolve) => setImmediate(resolve));
      return views.at(-1)?.keysGuarded;
    };
    expect(await guarded()).toBe(false);
    expect(await use(null)).toMatchObject({ ok: true });
    expect(existsSync(join(folder.path, 'production')), 'training needs no books').toBe(false);
    await use(KEYS);
    expect(await guarded()).toBe(false);
    await handlers['session/add-operator']({ name: 'Rui', role: 'manager', pin: MANAGER_PIN });
    expect(await guarded()).toBe(true);
    await use(null, MANAGER_PIN);
    expect(app.till().identity.mode).toBe('training');
    expect(await guarded()).toBe(true);
  });

  it('stay while a charge is open, although the PIN is right', async () => {
    const { app, use } = await open();
    const { id } = app.place(500);
    await app.charge(id, ({ status }) => status === 'pending');
    expect(await use(KEYS)).toMatchObject({ error: { code: 'unsettled-charge' } });
    await app.core.playCustomer(id, 'pay');
    await app.charge(id, ({ status }) => status === 'approved');
    app.till().service.act(id, { type: 'finalized' }, byWindow('ana'));
    expect(await use(KEYS)).toMatchObject({ ok: true });
    expect(told(app.till(), 'gateway-changed')).toHaveLength(1);
  });

  it('stay while a refund of a finalized sale is under way: other keys could not ask about its order', async () => {
    const { app, use } = await open();
    const till = app.till();
    const shift = till.shifts.open();
    // The bank of this account refunds later.
    const order = {
      requestId: 'slow-refund-1',
      amount: 500,
      wallet: 'pix',
      pixDictKey: 'reserva@loja.example',
    };
    const placed = placeCharge(till, byWindow(shift?.operatorId ?? ''), order);
    if (!placed.ok) throw new Error(placed.error.code);
    const { id } = placed.value.charge;
    await app.charge(id, ({ status }) => status === 'pending');
    await app.core.playCustomer(id, 'pay');
    await app.charge(id, ({ status }) => status === 'approved');
    till.service.act(id, { type: 'finalized' }, byWindow('ana'));
    expect(till.service.refund(id, 'slow-refund-1', centavos(500), 'troca', byWindow('marta')).ok).toBe(true);
    await app.charge(id, ({ status, finalizedAt }) => status === 'refund_pending' && finalizedAt !== null);
    expect(await use(KEYS)).toMatchObject({ error: { code: 'unsettled-charge' } });
  });
});
