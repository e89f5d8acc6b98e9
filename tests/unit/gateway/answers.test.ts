import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { json, lost, text, type Rule } from './fake-transport.ts';
import { ORDER_ID, aNewOrder, setupClient } from './setup-client.ts';

const HANDLE = { orderId: ORDER_ID, family: 'order' as const };
const answering =
  (reply: ReturnType<Rule>): Rule =>
  (request) =>
    request.url.endsWith('/pdvauth') ? null : reply;

const opened = { order_id: ORDER_ID, status: 'pending', qr_code_text: '000201', deep_link: null };
const reading = {
  order_id: ORDER_ID,
  status: 'approved',
  external_id: 'ref',
  total_order: 12.3,
  paid_amount: 12.3,
  wallet_payment_id: 'E1',
};

describe('create', () => {
  it.each([200, 201])('is opened by a %i', async (status) => {
    const { client } = setupClient([
      answering(json({ ...opened, qr_code_text: ' 000201\n', novelty: [1] }, status)),
    ]);
    expect(await client.create(aNewOrder())).toEqual({
      ok: true,
      value: { orderId: ORDER_ID, family: 'order', word: 'pending', brCode: '000201' },
    });
  });

  it.each([
    ['pendingv', 'pending'],
    ['novelty', 'unknown'],
  ])('understands %s as %s', async (status, word) => {
    const { client } = setupClient([answering(json({ ...opened, status }))]);
    expect(await client.create(aNewOrder())).toMatchObject({ value: { word } });
  });

  it.each([
    ['HTML', text('<html>ok</html>'), 200],
    ['half JSON', text('{"order_id":"652f', 200, 'application/json'), 200],
    ['an empty body', text(''), 200],
    ['null', json(null), 200],
    ['a list', json([opened]), 200],
    ['no id', json({ ...opened, order_id: undefined }), 200],
    ['no QR', json({ ...opened, qr_code_text: null }), 200],
    ['an empty QR', json({ ...opened, qr_code_text: '  ' }), 200],
    ['no status', json({ ...opened, status: '' }), 200],
    ['202', json(opened, 202), 202],
    ['204', text('', 204), 204],
    ['a redirect', text('', 302), 302],
    ['500', json({ code: 500, message: 'Error creating the order' }, 500), 500],
    ['503 of a proxy', text('<html>503</html>', 503), 503],
    ['400 of a proxy', text('<html>Bad request</html>', 400), 400],
    ['403 of a wall', text('<html>Blocked</html>', 403), 403],
    ['408', json({ message: 'timeout' }, 408), 408],
    ['429', json({ message: 'slow down' }, 429), 429],
    ['more than a mebibyte', json({ ...opened, novelty: 'x'.repeat(1_100_000) }), 200],
  ])('is unusable with %s: it may have been acted on', async (_name, reply, status) => {
    const { client } = setupClient([answering(reply)]);
    expect(await client.create(aNewOrder())).toMatchObject({
      ok: false,
      error: { kind: 'unusable', status },
    });
  });

  it.each([
    [400, { message: 'Order not created' }, 'invalid', 'Order not created'],
    [
      400,
      { code: 400, message: 'The total of the purchase does not match with the sum of the items price' },
      'sum-mismatch',
    ],
    [400, { code: 400, message: 'The total is lower than the minimum payment accepted.' }, 'below-minimum'],
    [403, { code: 403, message: 'User not authorized' }, 'permission'],
    [404, { code: 404, message: 'Order not Found' }, 'not-found'],
    [
      422,
      { code: 422, message: 'O valor total da cobrança é diferente da somatória dos itens' },
      'sum-mismatch',
    ],
    [400, { error: 'from error' }, 'invalid', 'from error'],
    [400, { detail: { message: 'from detail' } }, 'invalid', 'from detail'],
    [400, { detail: [{ msg: 'first of detail' }] }, 'invalid', 'first of detail'],
    [400, { error: 'second', message: 'first' }, 'invalid', 'first'],
    [400, { message: '', msg: 'not the empty one' }, 'invalid', 'not the empty one'],
    [400, { nothing: 1 }, 'invalid', '{"nothing":1}'],
    [400, { message: `line\nbreak ${'x'.repeat(300)}` }, 'invalid', `line break ${'x'.repeat(188)}…`],
  ] as const)('is refused by %i %j', async (status, body, reason, message?: string) => {
    const { client } = setupClient([answering(json(body, status))]);
    const result = await client.create(aNewOrder());
    expect(result).toMatchObject({ ok: false, error: { kind: 'refused', status, reason } });
    if (message !== undefined) expect(result).toMatchObject({ error: { message } });
  });

  it.each([
    ['the largest', 'x'.repeat(2_331), true],
    ['one byte more', 'x'.repeat(2_332), false],
    ['as many letters with an accent', 'é'.repeat(2_331), false],
    ['half a character', 'abc\ud83e', false],
  ])('has a QR only if its text can be drawn: %s. The order is known', async (_name, qr_code_text, drawn) => {
    const { client } = setupClient([answering(json({ ...opened, qr_code_text }))]);
    expect(await client.create(aNewOrder())).toMatchObject({
      ok: true,
      value: { orderId: ORDER_ID, brCode: drawn ? qr_code_text : '' },
    });
    const draw = (): unknown => QRCode.create(qr_code_text, { errorCorrectionLevel: 'M' });
    if (drawn) expect(draw).not.toThrow();
  });

  it.each(['x'.repeat(65), 'a\u0000b', ''])('is unusable with the order id %j', async (order_id) => {
    const { client } = setupClient([answering(json({ ...opened, order_id }))]);
    expect(await client.create(aNewOrder())).toMatchObject({ ok: false, error: { kind: 'unusable' } });
  });

  it.each(['x'.repeat(3_000), 'a\nb', 7, {}])('is opened whatever its link is', async (deep_link) => {
    const { client } = setupClient([answering(json({ ...opened, deep_link }))]);
    expect(await client.create(aNewOrder())).toMatchObject({ ok: true, value: { brCode: '000201' } });
  });

  it.each(['unreachable', 'no-answer'] as const)('tells %s as it is and does not try again', async (kind) => {
    const { client, net } = setupClient([answering(lost(kind))]);
    expect(await client.create(aNewOrder())).toMatchObject({ ok: false, error: { kind } });
    expect(net.requests).toHaveLength(2);
  });
});

describe('read', () => {
  it('tells everything in centavos', async () => {
    const { client } = setupClient([answering(json(reading))]);
    expect(await client.read(HANDLE)).toEqual({
      ok: true,
      value: {
        orderId: ORDER_ID,
        family: 'order',
        word: 'approved',
        rawWord: 'approved',
        orderRef: 'ref',
        total: 1230,
        paidAmount: 1230,
        endToEndId: 'E1',
      },
    });
  });

  it.each([
    ['pending', 'pending'],
    ['pendingv', 'pending'],
    ['approved', 'approved'],
    ['expired', 'expired'],
    ['cancelled', 'cancelled'],
    ['refund_pending', 'refund_pending'],
    ['refunded', 'refunded'],
    ['partial_refunded', 'partial_refunded'],
    ['canceled', 'unknown'],
    ['APPROVED', 'unknown'],
    ['approved ', 'unknown'],
    ['failed', 'unknown'],
    ['toString', 'unknown'],
  ])('understands %j as %s and keeps it', async (status, word) => {
    const { client } = setupClient([answering(json({ ...reading, status }))]);
    expect(await client.read(HANDLE)).toMatchObject({ value: { word, rawWord: status } });
  });

  it.each([
    [{ total_order: 0.1, paid_amount: 0.3 }, 10, 30],
    [{ total_order: 1.1, paid_amount: 2.2 }, 110, 220],
    [{ total_order: '12.30', paid_amount: null }, 1230, null],
    [{ total_order: undefined, paid_amount: 0 }, null, 0],
    [{ total_order: 19.99, paid_amount: 20 }, 1999, 2000],
    [{ total_order: 25.900000000000002, paid_amount: 0.1 + 0.2 }, 2590, 30],
    [{ total_order: '25.9', paid_amount: '25.900000000000002' }, 2590, 2590],
    [{ total_order: 'twelve', paid_amount: 12.3 }, null, 1230],
    [{ total_order: -1, paid_amount: ' 12.3000 ' }, null, 1230],
    [{ total_order: {}, paid_amount: '' }, null, null],
  ])('reads amounts %j', async (amounts, total, paidAmount) => {
    const { client } = setupClient([answering(json({ ...reading, ...amounts }))]);
    expect(await client.read(HANDLE)).toMatchObject({ value: { total, paidAmount } });
  });

  it.each([
    ['another order', { order_id: '00000000-0000-4000-8000-000000000000' }],
    ['no order', { order_id: undefined }],
    ['no status', { status: undefined }],
    ['a status that is no word', { status: 7 }],
  ])('is unusable with %s', async (_name, changes) => {
    const { client } = setupClient([answering(json({ ...reading, ...changes }))]);
    expect(await client.read(HANDLE)).toMatchObject({ ok: false, error: { kind: 'unusable', status: 200 } });
  });

  describe('through the wrong family', () => {
    const wrong = { code: 400, message: 'Bad request' };
    const only =
      (family: 'order' | 'orderv', status: number): Rule =>
      (request) => {
        if (request.method !== 'GET') return null;
        return request.url.includes(`/${family}/`) ? json(reading) : json(wrong, status);
      };

    it.each([
      ['order', 'orderv', 400],
      ['order', 'orderv', 404],
      ['orderv', 'order', 404],
    ] as const)('asked of %s, found in %s after a %i', async (asked, family, status) => {
      const { client, clock, net } = setupClient([only(family, status)]);
      const read = client.read({ orderId: ORDER_ID, family: asked });
      await clock.advance(2_999);
      expect(net.requests).toHaveLength(2); // polite here too
      await clock.advance(1);
      expect(await read).toMatchObject({ ok: true, value: { family } });
      expect(net.requests).toHaveLength(3);
    });

    it('and not in the other either, is not found', async () => {
      const { client, clock, net } = setupClient([answering(json(wrong, 400))]);
      const read = client.read(HANDLE);
      await clock.advance(3_000);
      expect(await read).toMatchObject({ ok: false, error: { kind: 'refused', reason: 'not-found' } });
      expect(net.requests).toHaveLength(3);
    });

    it('stays in doubt when the other cannot be asked', async () => {
      const { client, clock } = setupClient([
        (request) => (request.url.includes('/order/') ? json(wrong, 404) : null),
        (request) => (request.url.includes('/orderv/') ? lost('no-answer') : null),
      ]);
      const read = client.read(HANDLE);
      await clock.advance(3_000);
      expect(await read).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
    });

    it.each([403, 500])('a %i does not ask twice', async (status) => {
      const { client, clock, net } = setupClient([answering(json(wrong, status))]);
      const read = client.read(HANDLE);
      await clock.advance(10_000);
      expect((await read).ok).toBe(false);
      expect(net.requests).toHaveLength(2);
    });
  });
});

describe('cancel and refund', () => {
  it.each([
    'cancelled',
    'pending',
    'pendingv',
    'approved',
    'refunded',
    'refund_pending',
    'expired',
    'partial_refunded',
    'novelty',
  ])('let the body decide: %s', async (status) => {
    const { client } = setupClient([answering(json({ order_id: ORDER_ID, status }))]);
    const word = status === 'pendingv' ? 'pending' : status === 'novelty' ? 'unknown' : status;
    const verdict = { ok: true, value: { orderId: ORDER_ID, word, rawWord: status } };
    expect(await client.cancel(HANDLE)).toEqual(verdict);
    expect(await client.refund(HANDLE, centavos(1230))).toEqual(verdict);
  });

  it.each(['order', 'orderv'] as const)(
    'go through /order for %s too; only the refund has a body',
    async (family) => {
      const { client, net } = setupClient([answering(json({ order_id: ORDER_ID, status: 'cancelled' }))]);
      await client.cancel({ orderId: ORDER_ID, family });
      await client.refund({ orderId: ORDER_ID, family }, centavos(100));
      expect(net.requests.slice(1).map(({ method, url, body }) => [method, url, body])).toEqual([
        ['DELETE', `https://gateway.test/order/${ORDER_ID}`, null],
        ['DELETE', `https://gateway.test/order/${ORDER_ID}/refund`, '{"amount":1.00}'],
      ]);
      expect(net.requests[1]?.headers['content-type']).toBeUndefined();
    },
  );

  it.each(['Order already cancelled', 'Order already expired', 'Order already refunded'])(
    'are refused as final by %s',
    async (message) => {
      const { client } = setupClient([answering(json({ code: 400, message }, 400))]);
      expect(await client.cancel(HANDLE)).toMatchObject({
        error: { kind: 'refused', reason: 'already-final', message },
      });
    },
  );

  it.each([
    ['another order', json({ order_id: 'x', status: 'cancelled' })],
    ['nothing', json({})],
    ['HTML', text('<html></html>')],
  ])('are in doubt after an answer about %s', async (_name, reply) => {
    const { client } = setupClient([answering(reply)]);
    expect(await client.cancel(HANDLE)).toMatchObject({ error: { kind: 'unusable' } });
    expect(await client.refund(HANDLE, centavos(1))).toMatchObject({ error: { kind: 'unusable' } });
  });

  it('escape an id that is not one', async () => {
    const { client, net } = setupClient([answering(json({}))]);
    await client.cancel({ orderId: '../v1/wallets?x', family: 'order' });
    expect(net.requests.at(-1)?.url).toBe('https://gateway.test/order/..%2Fv1%2Fwallets%3Fx');
  });
});

describe('the time limits', () => {
  it('are 10 s to connect, 15 s for a GET and 60 s for the rest', async () => {
    const { client, net } = setupClient([answering(json({}))]);
    await client.wallets();
    await client.create(aNewOrder());
    await client.cancel(HANDLE);
    expect(
      net.requests.map((request) => [request.method, request.connectTimeoutMs, request.answerTimeoutMs]),
    ).toEqual([
      ['POST', 10_000, 60_000],
      ['GET', 10_000, 15_000],
      ['POST', 10_000, 60_000],
      ['DELETE', 10_000, 60_000],
    ]);
  });
});
