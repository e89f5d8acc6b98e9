import { describe, expect, it } from 'vitest';
import { serveFake, type FakeCore } from './fake-core.ts';
import { settled } from './port-pair.ts';

const ID = '01KJQ8P0000000000000000000';
const events = (page: FakeCore): string[] => page.logs.map(({ event }) => event);

describe('a call', () => {
  it('gives the handler what was parsed, not what was sent', async () => {
    const page = serveFake('cashier');
    await page.client.invoke('session/add-operator', { name: '  Ana ', role: 'operator', pin: '1357' });
    expect(page.called).toEqual([
      { method: 'session/add-operator', input: { name: 'Ana', role: 'operator', pin: '1357' } },
    ]);
  });

  it.each(['charge/explode', 'till/view', '__proto__', 'toString', 'constructor', ''])(
    'of what is no method: %j',
    async (method) => {
      const page = serveFake('cashier');
      const reply = await page.client.invoke(method as never, {} as never);
      expect(reply).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
      expect(page.logs).toMatchObject([
        { level: 'warn', event: 'call-refused', fields: { code: 'unknown-method' } },
      ]);
    },
  );

  it.each([
    [{}, 'requestId'],
    [{ requestId: 'request-1', amount: 1.5 }, 'amount'],
    [{ requestId: 'request-1', amount: -1 }, 'amount'],
    [{ requestId: 'request-1', amount: '100' }, 'amount'],
    [{ requestId: 'request-1', amount: 2 ** 52 }, 'amount'],
    [{ requestId: 'request-1', amount: Number.NaN }, 'amount'],
    [{ requestId: 'short', amount: 100 }, 'requestId'],
    [{ requestId: 'a b c d e f', amount: 100 }, 'requestId'],
    [{ requestId: 'request-1', amount: 100, wallet: 'x'.repeat(61) }, 'wallet'],
    [{ requestId: 'request-1', amount: 100, operator: 'marta' }, ''],
    [null, ''],
  ])('with bad input says where, and never what: %j', async (input, where) => {
    const page = serveFake('cashier');
    const reply = await page.client.invoke('charge/create', input as never);
    expect(reply).toEqual({
      ok: false,
      error: { code: 'bad-input', message: where === '' ? 'bad-input' : `bad-input at ${where}` },
    });
    expect(page.called).toEqual([]);
    expect(page.logs).toMatchObject([
      { event: 'call-refused', fields: { code: 'bad-input', method: 'charge/create', where } },
    ]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('a secret inside');
      },
    ],
    ['rejects', () => Promise.reject(new Error('a secret inside'))],
  ])('whose handler %s is answered, logged, and tells nothing', async (_, handler) => {
    const page = serveFake('cashier', { 'charge/get': handler as never });
    const reply = await page.client.invoke('charge/get', { id: ID });
    expect(reply).toEqual({
      ok: false,
      error: { code: 'internal', message: 'charge/get failed; see the log' },
    });
    expect(page.logs).toMatchObject([
      { level: 'error', event: 'handler-threw', fields: { method: 'charge/get' } },
    ]);
    expect(String(page.logs[0]?.fields['detail'])).toContain('a secret inside');
  });

  it('is answered by a value of the contract, and by nothing beside it', async () => {
    const handler = (): unknown => ({ ok: true, value: { id: 'a', secret: 'b' } });
    const page = serveFake('cashier', { 'session/dismiss-notice': handler as never });
    await page.client.invoke('session/dismiss-notice', { id: 'a' });
    expect(page.core.sent).toEqual([{ t: 'reply', id: 1, reply: { ok: true, value: { id: 'a' } } }]);
  });

  it.each([
    ['a value outside the contract', { ok: true, value: { id: 7 } }],
    ['an error without a message', { ok: false, error: { code: 'not-found' } }],
    [
      'an error with a whole object in it',
      { ok: false, error: { code: 'a', message: '', details: { a: {} } } },
    ],
  ])('whose handler answers with %s is a bug, and said to be one', async (_, reply) => {
    const page = serveFake('cashier', { 'session/dismiss-notice': (() => reply) as never });
    expect(await page.client.invoke('session/dismiss-notice', { id: 'a' })).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
    expect(page.logs).toMatchObject([{ level: 'error', fields: { method: 'session/dismiss-notice' } }]);
  });

  it('does not wait for the one before', async () => {
    const slow = Promise.withResolvers<never>();
    const page = serveFake('cashier', { 'charge/get': () => slow.promise });
    const first = page.client.invoke('charge/get', { id: ID });
    const second = await page.client.invoke('session/close-shift', {});
    expect(second).toMatchObject({ error: { code: 'noted' } });
    slow.resolve({ ok: false, error: { code: 'not-found', message: '' } } as never);
    expect(await first).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('frames that no client sends', () => {
  it.each([
    null,
    7,
    'call',
    [],
    {},
    { t: 'call' },
    { t: 'call', id: 'one', method: 'charge/get' },
    { t: 'call', id: 1.5, method: 'charge/get', input: {} },
    { t: 'explode', id: 1 },
    { t: 'subscribe', id: 1, view: 7 },
    { t: 'reply', id: 1, reply: {} },
  ])('are logged and left: %j', async (frame) => {
    const page = serveFake('cashier');
    page.page.post(frame);
    await settled();
    expect(events(page)).toEqual(['bad-frame']);
    expect(page.called).toEqual([]);
    await page.client.invoke('session/close-shift', {});
    expect(page.called).toHaveLength(1);
  });

  it('a view that there is not, or that is not for this role, is refused', () => {
    const page = serveFake('customer');
    for (const [id, view] of ['till/view', 'nothing/here', 'charge/get', '__proto__'].entries())
      page.page.post({ t: 'subscribe', id, view });
    expect(page.listeners.size).toBe(0);
    expect(events(page)).toEqual(Array.from({ length: 4 }, () => 'view-refused'));
  });
});

describe('a view', () => {
  it('is pushed until it is cancelled, and ends with the server', () => {
    const page = serveFake('customer');
    const seen: unknown[] = [];
    const idle = { shopName: 'a', zone: 'b', training: false, screen: { kind: 'idle' } };
    const subscription = page.client.subscribe('customer/view', (view) => seen.push(view));
    page.listeners.get('customer/view')?.(idle as never);
    expect(seen).toEqual([idle]);
    subscription.cancel();
    expect(page.listeners.size).toBe(0);
    page.client.subscribe('customer/view', () => undefined);
    page.stop();
    expect(page.listeners.size).toBe(0);
  });

  it('that does not fit the contract is not sent, and a name that it does not have is left out', () => {
    const page = serveFake('customer');
    const seen: unknown[] = [];
    page.client.subscribe('customer/view', (view) => seen.push(view));
    const push = (screen: unknown, more = {}): void =>
      page.listeners.get('customer/view')?.({
        shopName: 'a',
        zone: 'b',
        training: true,
        screen,
        ...more,
      } as never);
    push({ kind: 'paid', amount: 100 }, { operator: 'Ana' });
    push({ kind: 'paid', amount: 1.5 });
    push({ kind: 'party' });
    expect(seen).toEqual([
      { shopName: 'a', zone: 'b', training: true, screen: { kind: 'paid', amount: 100 } },
    ]);
    expect(page.logs).toMatchObject([
      { level: 'error', event: 'view-outside-contract', fields: { view: 'customer/view' } },
      { level: 'error', event: 'view-outside-contract' },
    ]);
  });

  it('subscribed twice under one number leaves nothing behind', () => {
    const page = serveFake('customer');
    for (const id of [1, 1, 2]) page.page.post({ t: 'subscribe', id, view: 'customer/view' });
    expect(page.live()).toBe(2);
    for (const id of [1, 2, 2]) page.page.post({ t: 'unsubscribe', id });
    expect(page.live()).toBe(0);
  });

  it('takes back only what its table says', () => {
    const page = serveFake('customer');
    const { ack } = page.client.subscribe('customer/view', () => undefined);
    ack({ shows: 'qr' });
    ack({ shows: 'nonsense' } as never);
    ack({ shows: 'qr', and: 'more' } as never);
    ack(undefined as never);
    page.page.post({ t: 'ack', id: 99, payload: { shows: 'idle' } });
    expect(page.acknowledged).toEqual([{ shows: 'qr' }]);
    expect(events(page)).toEqual(['ack-refused', 'ack-refused', 'ack-refused']);
  });

  it('that takes nothing back says so', () => {
    const page = serveFake('cashier');
    page.client.subscribe('till/view', () => undefined);
    page.page.post({ t: 'ack', id: 1, payload: { shows: 'qr' } });
    expect(page.acknowledged).toEqual([]);
    expect(events(page)).toEqual(['ack-refused']);
  });
});
