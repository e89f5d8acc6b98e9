import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gateway, OpenedOrder } from '../../../main/core/gateway/port.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { aNewOrder } from '../../unit/gateway/setup-client.ts';
import { setUpTraining, spoiling } from './setup-training.ts';

type Call = (
  client: Gateway,
  order: OpenedOrder,
) => Promise<{ readonly ok: boolean; readonly error?: unknown }>;

/** Every call of the port, with the path it takes. */
const CALLS: readonly (readonly [name: string, method: string, path: RegExp, call: Call])[] = [
  ['wallets', 'GET', /wallets/, (client) => client.wallets()],
  ['create', 'POST', /order$/, (client) => client.create(aNewOrder())],
  ['read', 'GET', /\/order\//, (client, order) => client.read(order)],
  ['cancel', 'DELETE', /\/order\//, (client, order) => client.cancel(order)],
  ['refund', 'DELETE', /refund$/, (client, order) => client.refund(order, centavos(100))],
  ['find', 'GET', /list$/, (client) => client.find('x', null)],
];

describe.each(CALLS)('%s', (_name, method, path, call) => {
  it.each([
    [
      'HTML with 200',
      { kind: 'answer', status: 200, body: '<html>ok</html>' },
      { kind: 'unusable', status: 200 },
    ],
    [
      'HTML with 502',
      { kind: 'answer', status: 502, body: '<html>Bad Gateway</html>' },
      { kind: 'unusable', status: 502 },
    ],
    [
      'an error of the gateway',
      { kind: 'answer', status: 500, body: '{"code":500,"message":"Error creating the order"}' },
      { kind: 'unusable', status: 500 },
    ],
    [
      'HTML with 404',
      { kind: 'answer', status: 404, body: '<html>Not Found</html>' },
      { kind: 'unusable', status: 404 },
    ],
    ['half a JSON', { kind: 'half-json' }, { kind: 'unusable' }],
    ['another form', { kind: 'answer', status: 200, body: '"ok"' }, { kind: 'unusable', status: 200 }],
    ['a redirect', { kind: 'answer', status: 302, body: '' }, { kind: 'unusable', status: 302 }],
    ['a lost request', { kind: 'lose-request' }, { kind: 'no-answer' }],
    ['a lost answer', { kind: 'lose-answer' }, { kind: 'no-answer' }],
    [
      'a forbidden till',
      { kind: 'answer', status: 403, body: '{"code":403,"message":"Permission Denied"}' },
      { kind: 'refused', reason: 'permission' },
    ],
  ] as const)('%s', async (_fault, fault, error) => {
    const till = await setUpTraining();
    const order = await till.open();
    till.gateway.customer.pay(order.orderId);
    till.fault = spoiling(method, path, fault);
    const before = till.asked.length;
    expect(await call(till.client, order)).toMatchObject({ ok: false, error });
    expect(till.asked.length).toBe(before + 1); // never repeated by itself
  });

  it('an expired token is replaced once', async () => {
    const till = await setUpTraining();
    const order = await till.open();
    till.gateway.customer.pay(order.orderId);
    till.fault = spoiling(method, path, { kind: 'token-expired' }, 1);
    expect((await call(till.client, order)).ok).toBe(true);
    expect(till.asked.filter((request) => request.path === '/pdvauth')).toHaveLength(2);
  });

  it('a token that is refused again is given up', async () => {
    const till = await setUpTraining();
    const order = await till.open();
    till.fault = spoiling(method, path, { kind: 'token-expired' });
    expect(await call(till.client, order)).toMatchObject({
      ok: false,
      error: { kind: 'refused', reason: 'credentials' },
    });
    expect(till.asked.filter((request) => request.path === '/pdvauth')).toHaveLength(2);
  });
});

describe('what may have been done is found out afterwards', () => {
  it('an order whose answer was lost is there', async () => {
    const till = await setUpTraining();
    till.fault = spoiling('POST', /order$/, { kind: 'lose-answer' });
    expect((await till.client.create(aNewOrder({ orderRef: 'lost' }))).ok).toBe(false);
    till.fault = null;
    const found = await till.client.find('lost', till.client.now());
    expect(found).toMatchObject({ ok: true, value: { orders: [{ word: 'pending' }] } });
  });

  it('an order whose request was lost is not', async () => {
    const till = await setUpTraining();
    till.fault = spoiling('POST', /order$/, { kind: 'lose-request' });
    expect((await till.client.create(aNewOrder({ orderRef: 'lost' }))).ok).toBe(false);
    till.fault = null;
    const now = till.client.now();
    expect(await till.client.find('lost', now)).toEqual({
      ok: true,
      value: { orders: [], until: now, rest: null },
    });
  });

  it('a cancel whose answer was lost has happened', async () => {
    const till = await setUpTraining();
    const order = await till.open();
    till.fault = spoiling('DELETE', /./, { kind: 'half-json' });
    expect(await till.client.cancel(order)).toMatchObject({ error: { kind: 'unusable', status: 200 } });
    till.fault = null;
    expect(await till.client.read(order)).toMatchObject({ value: { word: 'cancelled' } });
  });
});

describe('answers that are not what was asked for', () => {
  it.each(['novelty', 'paid', 'PENDING'])('the word %s is doubt', async (status) => {
    const till = await setUpTraining();
    const order = await till.open();
    till.fault = spoiling('GET', /order/, { kind: 'replace', members: { status } });
    expect(await till.client.read(order)).toMatchObject({ value: { word: 'unknown', rawWord: status } });
    till.fault = spoiling('DELETE', /order/, { kind: 'replace', members: { status } });
    expect(await till.client.cancel(order)).toMatchObject({ value: { word: 'unknown', rawWord: status } });
  });

  it('another order is not this one', async () => {
    const till = await setUpTraining();
    const order = await till.open();
    till.fault = () => ({ kind: 'replace', members: { order_id: '00000000-0000-4000-8000-000000000000' } });
    expect(await till.client.read(order)).toMatchObject({ error: { kind: 'unusable' } });
    expect(await till.client.cancel(order)).toMatchObject({ error: { kind: 'unusable' } });
  });

  it('other amounts come through as they are, never mended', async () => {
    const till = await setUpTraining();
    const order = await till.open();
    till.gateway.customer.pay(order.orderId);
    till.fault = () => ({ kind: 'replace', members: { total_order: 999.99, paid_amount: 0.01 } });
    expect(await till.client.read(order)).toMatchObject({ value: { total: 99_999, paidAmount: 1 } });
  });
});

describe('amounts', () => {
  it('come back to the centavo, whatever they are', async () => {
    const { client, gateway } = await setUpTraining();
    const anAmount = fc.integer({ min: 1, max: 999_999_999_999 }).map(centavos);
    await fc.assert(
      fc.asyncProperty(anAmount, anAmount, async (total, paid) => {
        const opened = await client.create(aNewOrder({ total }));
        if (!opened.ok) throw new Error(JSON.stringify(opened.error));
        gateway.customer.payOtherAmount(opened.value.orderId, paid);
        expect(await client.read(opened.value)).toMatchObject({ value: { total, paidAmount: paid } });
        expect(await client.refund(opened.value, paid)).toMatchObject({ value: { word: 'refunded' } });
      }),
      { numRuns: 60 },
    );
  });
});

describe('slow answers', () => {
  it('arrive when the delay is over', async () => {
    const till = await setUpTraining();
    const order = await till.open();
    till.fault = spoiling('GET', /order/, { kind: 'delay', ms: 5_000, before: 'answering' });
    let done = false;
    const read = till.client.read(order).finally(() => (done = true));
    while (till.asked.at(-1)?.method !== 'GET') await new Promise((resolve) => setTimeout(resolve, 5));
    expect(done).toBe(false);
    await expect.poll(async () => (await till.clock.advance(5_000), done)).toBe(true);
    expect((await read).ok).toBe(true);
  });
});
