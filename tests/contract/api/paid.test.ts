import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshRequestId, startTestApi, type TestApi } from '../../support/api/start-test-api.ts';

/** In order: one charge lives through all of it. Marta is the manager of training. */
describe('a charge that is paid', () => {
  let till: TestApi;
  let id: string;
  const refund = (body: object) => till.post(`/v1/charges/${id}/refunds`, { reason: 'troca', ...body });
  const coded = ({ status, json }: Awaited<ReturnType<typeof refund>>) => [status, json['code']];

  beforeAll(async () => {
    till = await startTestApi();
    id = await till.charge(2590);
    await till.until(id, 'pending');
  });
  afterAll(() => till.stop());

  it('gives nothing back before it is paid', async () => {
    const answer = await refund({ requestId: freshRequestId(), amount: 100, pin: '4321' });
    expect(coded(answer)).toEqual([409, 'not_refundable']);
  });

  it('is approved with proof, and waits for its operator', async () => {
    await till.app.core.playCustomer(id, 'pay');
    await till.until(id, 'approved');
    const { json } = await till.get(`/v1/charges/${id}`);
    expect(json).toMatchObject({ status: 'approved', settled: false, paidAmount: 2590, brCode: null });
    expect(json['endToEndId']).toMatch(/^E/);
    expect(Date.parse(String(json['approvedAt']))).not.toBeNaN();
    const next = await till.post('/v1/charges', { requestId: freshRequestId(), amount: 100 });
    expect([...coded(next), next.json['chargeId']]).toEqual([409, 'unsettled_charge', id]);
    expect(coded(await till.post(`/v1/charges/${id}/cancel`))).toEqual([409, 'not_cancellable']);
  });

  it('is finalized; a repeated finalize answers the same', async () => {
    const first = await till.post(`/v1/charges/${id}/finalize`, {});
    const again = await till.post(`/v1/charges/${id}/finalize`);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(first.json).toMatchObject({ status: 'approved', settled: true });
    expect(again.json['finalizedAt']).toBe(first.json['finalizedAt']);
  });

  it.each([{}, { pin: '' }, { pin: 4321 }, { pin: null }])('asks for the PIN: %j', async (pin) => {
    expect(coded(await refund({ requestId: freshRequestId(), amount: 100, ...pin }))).toEqual([
      403,
      'pin_required',
    ]);
  });

  it('takes no cashier’s PIN', async () => {
    expect(coded(await refund({ requestId: freshRequestId(), amount: 100, pin: '1234' }))).toEqual([
      403,
      'pin_required',
    ]);
  });

  it('refuses sums that cannot be given back', async () => {
    const pin = '4321';
    expect(coded(await refund({ requestId: freshRequestId(), amount: 2591, pin }))).toEqual([
      422,
      'exceeds_refundable',
    ]);
    for (const amount of [0, -1, 1.5, '100'])
      expect(coded(await refund({ requestId: freshRequestId(), amount, pin }))).toEqual([
        422,
        'invalid_amount',
      ]);
  });

  it('gives part of it back, once for each request', async () => {
    const order = { requestId: freshRequestId(), amount: 590, pin: '4321', reason: 'devolução' };
    const asked = await refund(order);
    expect(asked.status).toBe(202);
    expect(asked.json).toMatchObject({ id, status: 'refund_pending' });
    await till.until(id, 'partially_refunded');
    const again = await refund(order);
    expect([again.status, again.json['refundedAmount']]).toEqual([202, 590]);
    expect(coded(await refund({ ...order, amount: 591 }))).toEqual([409, 'request_id_reused']);
  });

  it.each([{}, { reason: '' }, { reason: '  ' }, { reason: null }, { reason: 'x'.repeat(201) }])(
    'asks for the reason, before the PIN: %j',
    async (reason) => {
      const order = { requestId: freshRequestId(), amount: 100, pin: '9999', ...reason };
      const answer = await till.post(`/v1/charges/${id}/refunds`, order);
      expect([...coded(answer), answer.json['field']]).toEqual([400, 'invalid_request', 'reason']);
    },
  );

  it('stores the reason without the spaces around it', async () => {
    const order = { requestId: freshRequestId(), amount: 10, pin: '4321', reason: '  x ' };
    expect((await refund(order)).status).toBe(202);
    await till.until(id, 'partially_refunded');
    const bodies = till.app
      .till()
      .ledger.log.of(id)
      .map(({ body }) => body);
    expect(bodies.find(({ refundId }) => refundId === order.requestId)).toMatchObject({ reason: 'x' });
  });

  it('asks for no PIN if nothing can be refunded whoever signs', async () => {
    const seq = till.app.till().ledger.log.head().seq;
    for (let time = 0; time < 5; time++)
      expect(coded(await refund({ requestId: freshRequestId(), amount: 2591, pin: '9999' }))).toEqual([
        422,
        'exceeds_refundable',
      ]);
    expect(till.app.till().ledger.log.head().seq, 'no wrong PIN was counted').toBe(seq);
  });

  it('gives the rest back, and then nothing more', async () => {
    await refund({ requestId: freshRequestId(), amount: 1990, pin: '4321' });
    const { refundedAmount } = await till.until(id, 'refunded');
    expect(refundedAmount).toBe(2590);
    const more = await refund({ requestId: freshRequestId(), amount: 1, pin: '4321' });
    expect(coded(more)).toEqual([409, 'not_refundable']);
  });
});
