import { describe, expect, it } from 'vitest';
import { TRAINING_SHOP } from '../../../main/core/gateway/training/training-shop.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { epochMs, MINUTE } from '../../../shared/kernel/time.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { setUpTraining } from './setup-training.ts';

const sale = {
  order_ref: 'ref',
  wallet: 'pix',
  total: 12.3,
  items: [{ item_title: 'Venda', quantity: 1, unit_price: 12.3 }],
};
const buyer = { name: 'Loja', cpf_cnpj: '11.222.333/0001-81' };
const variable = {
  ...sale,
  expiration: 600,
  buyer,
  callback_url: 'https://loja.example/x',
  allow_amount_change: false,
};

const badRequest = (where?: string) => ({
  code: 400,
  message: where ? `Bad request: ${where}` : 'Bad request',
});

describe('a body that the documentation does not allow', () => {
  it.each([
    [{ ...sale, order_ref: undefined }, badRequest('order_ref')],
    [{ ...sale, order_ref: ' ' }, badRequest('order_ref')],
    [{ ...sale, wallet: undefined }, badRequest('wallet')],
    [{ ...sale, total: undefined }, badRequest('total')],
    [{ ...sale, total: '12.30' }, badRequest('total')],
    [{ ...sale, total: 12.301 }, badRequest('total')],
    [{ ...sale, total: -1 }, badRequest('total')],
    [{ ...sale, items: undefined }, badRequest('items')],
    [{ ...sale, items: [] }, badRequest('items')],
    [{ ...sale, items: [{ quantity: 1, unit_price: 12.3 }] }, badRequest('items.0.item_title')],
    [
      { ...sale, items: [{ item_title: 'x', quantity: '1', unit_price: 12.3 }] },
      badRequest('items.0.quantity'),
    ],
    [
      { ...sale, items: [{ item_title: 'x', quantity: 3, unit_price: 4.100000001 }] },
      badRequest('items.0.unit_price'),
    ],
    [
      { ...sale, items: [...sale.items, { item_title: 'x', quantity: 1, unit_price: -1 }] },
      badRequest('items.1.unit_price'),
    ],
    [{ ...sale, buyer: { name: 'x', cpf_cnpj: '11111111111' } }, badRequest('buyer.cpf_cnpj')],
    [{ ...sale, callback_url: 'nowhere' }, badRequest('callback_url')],
    [{ ...sale, wallet: 'novelty' }, { message: 'Order not created' }],
    [{ ...sale, wallet: 'pagseguro' }, { message: 'Order not created' }],
    [{ ...sale, pix_dict_key: 'somebody-else' }, { message: 'Order not created' }],
    [
      { ...sale, total: 12.31 },
      { code: 400, message: 'The total of the purchase does not match with the sum of the items price' },
    ],
    [
      { ...sale, total: 0, items: [{ item_title: 'x', quantity: 1, unit_price: 0 }] },
      { code: 400, message: 'The total is lower than the minimum payment accepted.' },
    ],
    [[], badRequest()],
    [null, badRequest()],
  ])('POST /order %#', async (body, expected) => {
    const { raw } = await setUpTraining();
    expect(await raw('POST', '/order', body)).toEqual({ status: 400, body: expected });
  });

  it.each([
    [{ ...variable, expiration: undefined }, 400, badRequest('expiration')],
    [{ ...variable, expiration: '600' }, 400, badRequest('expiration')],
    [{ ...variable, expiration: 1.5 }, 400, badRequest('expiration')],
    [{ ...variable, buyer: undefined }, 400, badRequest('buyer')],
    [{ ...variable, callback_url: undefined }, 400, badRequest('callback_url')],
    [
      { ...variable, total: 12.31 },
      422,
      { code: 422, message: expect.stringContaining('somatória') as unknown },
    ],
  ])('POST /orderv %#', async (body, status, expected) => {
    const { raw } = await setUpTraining();
    expect(await raw('POST', '/orderv', body)).toEqual({ status, body: expected });
  });

  it('is not JSON', async () => {
    const { gateway } = await setUpTraining();
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${gateway.baseUrl}/pdvauth`, {
      method: 'POST',
      headers,
      body: '{"access_key":',
    });
    expect([answer.status, await answer.json()]).toEqual([400, badRequest()]);
  });

  it('and one that it does allow is taken', async () => {
    const { raw } = await setUpTraining();
    expect((await raw('POST', '/order', { ...sale, buyer, novelty: 1 })).status).toBe(200);
    expect((await raw('POST', '/orderv', variable)).status).toBe(201);
  });
});

describe('the client hears', () => {
  it('that an amount is below the minimum of the wallet', async () => {
    const { client } = await setUpTraining();
    const order = {
      orderRef: 'x',
      pixDictKey: null,
      pixPsp: null,
      title: 'x',
      expirationSeconds: 600,
      family: 'order' as const,
    };
    expect(await client.create({ ...order, wallet: 'picpay', total: centavos(49) })).toMatchObject({
      error: { kind: 'refused', reason: 'below-minimum' },
    });
    expect(await client.create({ ...order, wallet: 'novelty', total: centavos(49) })).toMatchObject({
      error: { kind: 'refused', reason: 'invalid', message: 'Order not created' },
    });
  });

  it('that an order is not there', async () => {
    const { client } = await setUpTraining();
    const nobody = { orderId: '00000000-0000-4000-8000-000000000000', family: 'order' as const };
    expect(await client.read(nobody)).toMatchObject({ error: { kind: 'refused', reason: 'not-found' } });
    expect(await client.cancel(nobody)).toMatchObject({ error: { kind: 'refused', reason: 'not-found' } });
    expect(await client.refund(nobody, centavos(1))).toMatchObject({ error: { reason: 'not-found' } });
  });
});

describe('GET /orders/list', () => {
  it('finds the order of a reference and nothing else', async () => {
    const { client, clock, open, gateway } = await setUpTraining();
    const order = await open({ orderRef: 'wanted' });
    await open({ orderRef: 'other' });
    const now = clock.now();
    expect(await client.find('wanted', now)).toEqual({
      ok: true,
      value: {
        orders: [
          {
            orderId: order.orderId,
            word: 'pending',
            place: {
              storeId: TRAINING_SHOP.storeId,
              storeName: TRAINING_SHOP.storeName,
              tillId: TRAINING_SHOP.tillId,
              tillName: TRAINING_SHOP.tillName,
            },
          },
        ],
        until: now,
        rest: null,
      },
    });
    gateway.customer.pay(order.orderId);
    await clock.advance(MINUTE);
    expect(await client.find('wanted', null)).toMatchObject({ value: { orders: [{ word: 'approved' }] } });
    await clock.advance(MINUTE);
    expect(await client.find('nobody', now)).toMatchObject({ ok: true, value: { orders: [], rest: null } });
    await clock.advance(11 * MINUTE);
    expect(await client.find('wanted', clock.now())).toMatchObject({
      ok: true,
      value: { orders: [], rest: null },
    });
  });

  it('finds it from a till whose clock is two days behind', async () => {
    const clock = createVirtualClock(epochMs(Date.UTC(2026, 10, 21, 12)));
    const { client, open } = await setUpTraining({}, { clock });
    const order = await open({ orderRef: 'wanted' });
    expect(await client.find('wanted', client.now())).toMatchObject({
      value: { orders: [{ orderId: order.orderId }] },
    });
  });

  it('pages by rows skipped, and rows hold neither reference nor paid amount', async () => {
    const { clock, open, raw } = await setUpTraining();
    for (const orderRef of ['a', 'b', 'c']) await open({ orderRef });
    const first = (await raw('GET', '/orders/list?limit=2')).body;
    await clock.advance(MINUTE);
    const second = (await raw('GET', '/orders/list?limit=2&offset=2')).body;
    expect(first).toMatchObject({ total: 3, count: 2, offset: 0, data: [{}, {}] });
    expect(second).toMatchObject({ total: 3, count: 1, offset: 2, data: [{}] });
    expect(JSON.stringify(first)).not.toMatch(/external_id|paid_amount|qr_code/);
  });

  it.each([
    'start_date=2026-11-22T12:00:00&end_date=2026-11-23T12:00:01',
    'payment_start_date=2026-11-20T12:00:00&payment_end_date=2026-11-23T12:00:01',
    'start_date=2026-11-22',
    'start_date=2026-11-22T12:00:00Z',
    'limit=201',
    'limit=ten',
    'offset=-1',
  ])('refuses %s', async (query) => {
    const { raw } = await setUpTraining();
    expect((await raw('GET', `/orders/list?${query}`)).status).toBe(400);
  });

  it('refuses a second call within a minute, which the client then waits for', async () => {
    const { client, clock, raw, asked } = await setUpTraining();
    expect((await client.find('x', null)).ok).toBe(true);
    expect(await raw('GET', '/orders/list')).toMatchObject({ status: 400, body: { code: 400 } });
    const waiting = client.find('x', null);
    await clock.advance(MINUTE);
    expect(await waiting).toMatchObject({ ok: true, value: { orders: [], rest: null } });
    expect(asked.filter((request) => request.path === '/orders/list')).toHaveLength(3);
  });
});

describe('unknown paths', () => {
  it.each([
    ['GET', '/wallets'],
    ['DELETE', '/orderv/x'],
    ['POST', '/'],
  ])('%s %s', async (method, path) => {
    const { raw } = await setUpTraining();
    expect(await raw(method, path)).toEqual({ status: 404, body: { code: 404, message: 'Not Found' } });
  });
});

describe('a refund of an order that is over', () => {
  it.each(['order', 'orderv'] as const)('says so, as a cancel of /%s does', async (family) => {
    const { client, clock, gateway, open } = await setUpTraining();
    const cancelled = await open({ family });
    await client.cancel(cancelled);
    const expired = await open({ family, expirationSeconds: 300 });
    await clock.advance(61 * MINUTE);
    const refunded = await open({ family });
    gateway.customer.pay(refunded.orderId);
    await client.refund(refunded, centavos(1230));
    for (const [order, message] of [
      [cancelled, 'Order already cancelled'],
      [expired, 'Order already expired'],
      [refunded, 'Order already refunded'],
    ] as const) {
      expect(await client.refund(order, centavos(100))).toMatchObject({
        error: { kind: 'refused', status: 400, reason: 'already-final', message },
      });
    }
    const unpaid = await open({ family });
    expect(await client.refund(unpaid, centavos(100))).toMatchObject({
      error: { reason: 'invalid', message: 'Bad request' },
    });
  });

  it.each([
    [1230, 'R$ 12.3 has been refunded.'],
    [10_000, 'R$ 100.0 has been refunded.'],
    [1234, 'R$ 12.34 has been refunded.'],
    [5, 'R$ 0.05 has been refunded.'],
  ])('of %i centavos is told with one decimal at least', async (total, message) => {
    const { gateway, open, raw } = await setUpTraining();
    const order = await open({ total: centavos(total) });
    gateway.customer.pay(order.orderId);
    const answer = await raw('DELETE', `/order/${order.orderId}/refund`, { amount: total / 100 });
    expect(answer.body).toMatchObject({ message });
  });
});

describe('the type of a body', () => {
  it.each(['application/x-www-form-urlencoded', 'text/plain', 'application/json', 'multipart/form-data'])(
    'says nothing if there is no body: %s',
    async (type) => {
      const { open, raw } = await setUpTraining();
      for (const length of [{}, { 'content-length': '0' }]) {
        const { orderId } = await open();
        const headers = { 'content-type': type, ...length };
        expect(await raw('DELETE', `/order/${orderId}`, undefined, headers)).toMatchObject({
          status: 200,
          body: { status: 'cancelled' },
        });
      }
    },
  );

  it('that is not JSON is refused', async () => {
    const { gateway } = await setUpTraining();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = 'access_key=1';
    const answer = await fetch(`${gateway.baseUrl}/pdvauth`, { method: 'POST', headers, body });
    expect([answer.status, await answer.json()]).toEqual([415, { code: 415, message: 'Bad request' }]);
  });
});

describe('the dates of GET /orderv', () => {
  it('are ISO 8601 in UTC', async () => {
    const { gateway, open, raw } = await setUpTraining();
    const order = await open({ family: 'orderv' });
    gateway.customer.pay(order.orderId);
    const body = (await raw('GET', `/orderv/${order.orderId}`)).body as Record<string, unknown>;
    for (const name of ['created_at', 'updated_at', 'payment_date', 'expiration_date'])
      expect(body[name], name).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});
