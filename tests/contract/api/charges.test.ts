import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../../main/core/ledger/verify/verify-ledger.ts';
import { freshRequestId, startTestApi, type TestApi } from '../../support/api/start-test-api.ts';

describe('charges over the API', () => {
  let till: TestApi;
  const post = (body: unknown) => till.post('/v1/charges', body);

  beforeAll(async () => {
    till = await startTestApi();
  });
  afterAll(() => till.stop());

  it('makes a charge: 201 as soon as it is on disk, a QR a moment later', async () => {
    const requestId = freshRequestId();
    const made = await post({ requestId, amount: 1234, reference: 'PDV 8841', description: null });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      requestId,
      reference: 'PDV 8841',
      till: 'Caixa 1',
      status: 'creating',
      settled: false,
      late: false,
      amount: 1234,
      paidAmount: null,
      refundedAmount: 0,
      wallet: 'pix',
      brCode: null,
      expiresAt: null,
      approvedAt: null,
      finalizedAt: null,
      gatewayOrderId: null,
      endToEndId: null,
      attempts: 1,
      problem: null,
    });
    const id = String(made.json['id']);
    expect(made.json['orderRef']).toBe(`${id}-1`);
    expect(made.json['createdAt']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    await till.until(id, 'pending');
    const shown = await till.get(`/v1/charges/${id}`);
    expect(shown.status).toBe(200);
    expect(shown.json).toMatchObject({
      status: 'pending',
      brCode: expect.stringMatching(/^000201/) as string,
    });
    expect(shown.json['gatewayOrderId']).toEqual(expect.any(String));
    expect(Date.parse(String(shown.json['expiresAt']))).toBeGreaterThan(Date.now());
    await till.cancel(id);
    expect((await till.get(`/v1/charges/${id}`)).json).toMatchObject({
      status: 'cancelled',
      settled: true,
      brCode: null,
    });
  });

  it('keeps of half a sign what a file can keep, so that the ledger is what its events say', async () => {
    const half = { requestId: freshRequestId(), amount: 900, reference: 'a\ud800b', description: '\udc00' };
    const made = await post(half);
    expect(made.json).toMatchObject({ reference: 'a\ufffdb', description: '\ufffd' });
    await till.cancel(String(made.json['id']));
    expect(verifyLedger(till.app.core.till().ledger.db).fault).toBeNull();
    expect((await post(half)).json['id']).toBe(made.json['id']);
  });

  it('answers a request seen before with the same charge: at once, and long after', async () => {
    const order = {
      requestId: freshRequestId(),
      amount: 500,
      wallet: 'picpay',
      reference: 'A',
      description: 'B',
    };
    const first = await post(order);
    const again = await post(order);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.json['id']).toBe(first.json['id']);
    await till.cancel(String(first.json['id']));
    const late = await post(order);
    expect([late.status, late.json['id'], late.json['status']]).toEqual([200, first.json['id'], 'cancelled']);
    for (const change of [{ amount: 501 }, { wallet: 'pix' }, { reference: 'C' }, { description: 'D' }]) {
      const other = await post({ ...order, ...change });
      expect([other.status, other.json['code']]).toEqual([409, 'request_id_reused']);
      expect(other.json['chargeId']).toBe(first.json['id']);
    }
  });

  it('makes one charge of the same request sent many times at once', async () => {
    const order = { requestId: freshRequestId(), amount: 700 };
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(order)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
    const ids = new Set(answers.map(({ json }) => json['id']));
    expect(ids.size).toBe(1);
    await till.cancel(String([...ids][0]));
  });

  it('takes one of two sales at once, and tells the other which one is in the way', async () => {
    const orders = [1, 2].map((amount) => ({ requestId: freshRequestId(), amount: amount * 100 }));
    const [one, two] = await Promise.all(orders.map(post));
    const [made, refused] = one!.status === 201 ? [one!, two!] : [two!, one!];
    expect([made.status, refused.status, refused.json['code']]).toEqual([201, 409, 'unsettled_charge']);
    expect(refused.json['chargeId']).toBe(made.json['id']);
    await till.cancel(String(made.json['id']));
  });

  it.each([0, -1, 12.5, 1e21, '1234', null, true, [100], undefined])(
    'refuses the amount %j',
    async (amount) => {
      const answer = await post({ requestId: freshRequestId(), amount });
      expect([answer.status, answer.json['code']]).toEqual([422, 'invalid_amount']);
    },
  );

  it('refuses what the till or the wallet cannot take, and charges nothing', async () => {
    const refused = async (order: object) => {
      const { status, json } = await post({ requestId: freshRequestId(), amount: 100, ...order });
      return [status, json['code'], json['limit']];
    };
    expect(await refused({ amount: 10_000_000 })).toEqual([422, 'above_limit', 9_999_999]);
    expect(await refused({ amount: 99, wallet: 'mercadopago' })).toEqual([422, 'below_minimum', 100]);
    expect(await refused({ wallet: 'moeda' })).toEqual([422, 'unknown_wallet', undefined]);
    expect(await refused({ wallet: 'pagseguro' }), 'not active').toEqual([422, 'unknown_wallet', undefined]);
    expect(await refused({ wallet: 5 })).toEqual([422, 'unknown_wallet', undefined]);
    expect((await till.get('/v1/status')).json['unsettled']).toEqual([]);
  });

  it.each(['short', 'with space', 'ç'.repeat(8), 'x'.repeat(65), 12345678, undefined])(
    'refuses the requestId %j',
    async (requestId) => {
      const answer = await post({ requestId, amount: 100 });
      expect([answer.status, answer.json['code']]).toEqual([422, 'invalid_request_id']);
    },
  );

  it.each(['x'.repeat(8), 'A-Z_a.z-09'.repeat(6) + 'abcd'])('takes the requestId %s', async (requestId) => {
    const answer = await post({ requestId, amount: 100 });
    expect(answer.status).toBe(201);
    await till.cancel(String(answer.json['id']));
  });

  it('cancels once; a repeated cancel is on its way, and what has ended stays ended', async () => {
    const id = await till.charge(300);
    await till.until(id, 'pending');
    const [first, again] = await Promise.all([
      till.post(`/v1/charges/${id}/cancel`, { reason: 'desistiu' }),
      till.post(`/v1/charges/${id}/cancel`),
    ]);
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(first.json).toMatchObject({ id, status: 'cancelling', settled: false, brCode: null });
    await till.until(id, 'cancelled');
    const late = await till.post(`/v1/charges/${id}/cancel`);
    expect([late.status, late.json['code'], late.json['chargeStatus']]).toEqual([
      409,
      'not_cancellable',
      'cancelled',
    ]);
    const events = till.app.till().ledger.log.of(id);
    expect(events.find(({ type }) => type === 'given-up')?.body).toMatchObject({ reason: 'desistiu' });
  });

  it('does not hold up the next sale while one is being cancelled', async () => {
    const id = await till.charge(300);
    await till.post(`/v1/charges/${id}/cancel`);
    await till.cancel(await till.charge(400));
    expect((await till.until(id, 'cancelled')).status).toBe('cancelled');
  });

  it('finalizes nothing that is not paid', async () => {
    const id = await till.charge(300);
    await till.until(id, 'pending');
    const answer = await till.post(`/v1/charges/${id}/finalize`);
    expect([answer.status, answer.json['code'], answer.json['chargeStatus']]).toEqual([
      409,
      'not_approved',
      'pending',
    ]);
    await till.cancel(id);
  });

  it.each(['01JZZZZZZZZZZZZZZZZZZZZZZZ', 'x', '..%2Fstatus'])('knows no charge %s', async (id) => {
    const answers = await Promise.all([
      till.get(`/v1/charges/${id}`),
      till.post(`/v1/charges/${id}/cancel`, {}),
      till.post(`/v1/charges/${id}/finalize`),
      till.post(`/v1/charges/${id}/refunds`, {
        requestId: freshRequestId(),
        amount: 1,
        pin: '4321',
        reason: 'troca',
      }),
    ]);
    expect(answers.map(({ status, json }) => [status, json['code']])).toEqual(
      answers.map(() => [404, 'not_found']),
    );
  });
});
