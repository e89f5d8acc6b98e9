import { describe, expect, it } from 'vitest';
import { LATE_AFTER_MS } from '../../../main/core/gateway/training/training-order.ts';
import { checkPayload } from '../../../shared/domain/br-code/check-payload.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { setUpTraining, spoiling } from './setup-training.ts';

describe('wallets', () => {
  it('are the active ones, with two Pix accounts apart and one default', async () => {
    const { client } = await setUpTraining();
    const wallets = await client.wallets();
    if (!wallets.ok) throw new Error(wallets.error.kind);
    expect(wallets.value.map((wallet) => [wallet.wallet, wallet.name, wallet.isDefault])).toEqual([
      ['pix', 'Pix (Conta principal)', true],
      ['pix', 'Pix (Conta reserva)', false],
      ['mercadopago', 'Mercado Pago', false],
      ['picpay', 'PicPay', false],
      ['shipay-pagador', 'Shipay Pagador', false],
    ]);
    expect(new Set(wallets.value.map((wallet) => wallet.pixDictKey)).size).toBe(3);
  });
});

describe.each(['order', 'orderv'] as const)('a sale through /%s', (family) => {
  it('is opened with a BR Code of its amount, paid and read', async () => {
    const { client, gateway, open } = await setUpTraining();
    const order = await open({ family, total: centavos(123_456) });
    expect(order).toMatchObject({ family, word: 'pending' });
    expect(checkPayload(order.brCode, { amount: centavos(123_456), wallet: 'pix' })).toMatchObject({
      ok: true,
      value: {
        kind: 'pix',
        amountSource: 'in-code',
        brCode: { merchantName: 'LOJA DE TREINAMENTO', crcOk: true },
      },
    });
    expect(await client.read(order)).toMatchObject({
      value: {
        word: 'pending',
        rawWord: family === 'order' ? 'pending' : 'pendingv',
        paidAmount: null,
        endToEndId: null,
      },
    });
    gateway.customer.pay(order.orderId);
    expect(await client.read(order)).toEqual({
      ok: true,
      value: {
        orderId: order.orderId,
        family,
        word: 'approved',
        rawWord: 'approved',
        orderRef: 'caixa1-0001-1',
        total: 123_456,
        paidAmount: 123_456,
        endToEndId: expect.stringMatching(/^E[0-9A-Za-z]{31}$/) as unknown,
      },
    });
  });

  it('is cancelled once', async () => {
    const { client, open } = await setUpTraining();
    const order = await open({ family });
    expect(await client.cancel(order)).toMatchObject({ value: { word: 'cancelled' } });
    expect(await client.cancel(order)).toMatchObject({
      error: { kind: 'refused', reason: 'already-final', message: 'Order already cancelled' },
    });
    expect(await client.read(order)).toMatchObject({ value: { word: 'cancelled' } });
  });

  it('expires', async () => {
    const { client, clock, open } = await setUpTraining();
    const order = await open({ family, expirationSeconds: 300 });
    const life = family === 'order' ? 60 * MINUTE : 300 * SECOND;
    await clock.advance(life - 1);
    expect(await client.read(order)).toMatchObject({ value: { word: 'pending' } });
    await clock.advance(1);
    expect(await client.read(order)).toMatchObject({ value: { word: 'expired' } });
    expect(await client.cancel(order)).toMatchObject(
      family === 'order'
        ? { error: { reason: 'already-final', message: 'Order already expired' } }
        : { value: { word: 'expired' } },
    );
  });

  it('is found through the other family', async () => {
    const { client, open } = await setUpTraining();
    const order = await open({ family });
    const other = family === 'order' ? 'orderv' : 'order';
    expect(await client.read({ ...order, family: other })).toMatchObject({
      ok: true,
      value: { family, word: 'pending' },
    });
  });

  it('that was paid is given back by a cancel', async () => {
    const { client, gateway, open } = await setUpTraining();
    const order = await open({ family });
    gateway.customer.pay(order.orderId);
    expect(await client.cancel(order)).toMatchObject({ value: { word: 'refunded' } });
    expect(await client.read(order)).toMatchObject({ value: { word: 'refunded', paidAmount: 1230 } });
  });
});

describe('refunds', () => {
  it('go out in parts until nothing is left', async () => {
    const { client, gateway, open } = await setUpTraining();
    const order = await open();
    expect(await client.refund(order, centavos(100))).toMatchObject({
      error: { kind: 'refused', reason: 'invalid' },
    });
    gateway.customer.pay(order.orderId);
    expect(await client.refund(order, centavos(1231))).toMatchObject({ error: { kind: 'refused' } });
    expect(await client.refund(order, centavos(230))).toMatchObject({ value: { word: 'partial_refunded' } });
    expect(await client.cancel(order)).toMatchObject({ value: { word: 'partial_refunded' } });
    expect(await client.refund(order, centavos(1001))).toMatchObject({ error: { kind: 'refused' } });
    expect(await client.refund(order, centavos(1000))).toMatchObject({ value: { word: 'refunded' } });
    expect(await client.refund(order, centavos(1))).toMatchObject({ error: { reason: 'already-final' } });
    expect(await client.cancel(order)).toMatchObject({ error: { message: 'Order already refunded' } });
  });

  it('of an asynchronous bank are pending for a while', async () => {
    const { client, clock, gateway, open } = await setUpTraining();
    const order = await open({ pixDictKey: 'reserva@loja.example' });
    gateway.customer.pay(order.orderId);
    expect(await client.refund(order, centavos(230))).toMatchObject({ value: { word: 'refund_pending' } });
    expect(await client.read(order)).toMatchObject({ value: { word: 'refund_pending' } });
    expect(await client.cancel(order)).toMatchObject({ value: { word: 'refund_pending' } });
    await clock.advance(15 * SECOND);
    expect(await client.read(order)).toMatchObject({ value: { word: 'partial_refunded' } });
  });

  it('say what they gave back, and without an amount give everything', async () => {
    const { gateway, open, raw } = await setUpTraining();
    const order = await open();
    gateway.customer.pay(order.orderId);
    expect(await raw('DELETE', `/order/${order.orderId}/refund`, { amount: 0.3 })).toEqual({
      status: 200,
      body: { order_id: order.orderId, status: 'partial_refunded', message: 'R$ 0.3 has been refunded.' },
    });
    expect(await raw('DELETE', `/order/${order.orderId}/refund`)).toMatchObject({
      body: { status: 'refunded' },
    });
  });

  it.each([{ amount: 0 }, { amount: -1 }, { amount: 1.001 }, { amount: '1' }, { amount: 99 }])(
    'refuse %j',
    async (body) => {
      const { gateway, open, raw } = await setUpTraining();
      const order = await open();
      gateway.customer.pay(order.orderId);
      expect((await raw('DELETE', `/order/${order.orderId}/refund`, body)).status).toBe(400);
    },
  );
});

describe('an order that the bank does not let go', () => {
  it('stays pending after a cancel with 200, and can be paid', async () => {
    const till = await setUpTraining();
    const order = await till.open();
    till.fault = spoiling('DELETE', /./, { kind: 'bank-refuses' });
    expect(await till.client.cancel(order)).toMatchObject({ ok: true, value: { word: 'pending' } });
    expect(till.gateway.customer.pay(order.orderId).ok).toBe(true);
  });

  it('stays approved after a refund with 200', async () => {
    const till = await setUpTraining();
    const order = await till.open();
    till.gateway.customer.pay(order.orderId);
    till.fault = spoiling('DELETE', /refund$/, { kind: 'bank-refuses' });
    expect(await till.client.refund(order, centavos(1230))).toMatchObject({
      ok: true,
      value: { word: 'approved' },
    });
  });
});

describe('the customer', () => {
  it('pays another amount, and the reading says so', async () => {
    const { client, gateway, open } = await setUpTraining();
    const [less, named] = [await open(), await open()];
    gateway.customer.payOtherAmount(less.orderId);
    gateway.customer.payOtherAmount(named.orderId, centavos(5000));
    expect(await client.read(less)).toMatchObject({
      value: { word: 'approved', total: 1230, paidAmount: 1229 },
    });
    expect(await client.read(named)).toMatchObject({
      value: { word: 'approved', total: 1230, paidAmount: 5000 },
    });
  });

  it('pays twice', async () => {
    const { client, gateway, open } = await setUpTraining();
    const order = await open();
    gateway.customer.payTwice(order.orderId);
    expect(await client.read(order)).toMatchObject({ value: { word: 'approved', paidAmount: 2460 } });
  });

  it('does nothing', async () => {
    const { client, gateway, open } = await setUpTraining();
    const order = await open();
    expect(gateway.customer.nothing(order.orderId)).toMatchObject({ ok: true, value: { status: 'pending' } });
    expect(await client.read(order)).toMatchObject({ value: { word: 'pending' } });
  });

  it.each(['before the cancel', 'after the cancel'])('pays late, having decided so %s', async (when) => {
    const { client, clock, gateway, open } = await setUpTraining();
    const order = await open();
    if (when === 'before the cancel') gateway.customer.payLate(order.orderId);
    await clock.advance(30 * SECOND);
    expect(await client.read(order)).toMatchObject({ value: { word: 'pending' } });
    expect(await client.cancel(order)).toMatchObject({ value: { word: 'cancelled' } });
    if (when === 'after the cancel') gateway.customer.payLate(order.orderId);
    await clock.advance(LATE_AFTER_MS - 1);
    expect(await client.read(order)).toMatchObject({ value: { word: 'cancelled' } });
    await clock.advance(1);
    expect(await client.read(order)).toMatchObject({ value: { word: 'approved', paidAmount: 1230 } });
  });

  it('pays late after the order has expired', async () => {
    const { client, clock, gateway, open } = await setUpTraining();
    const order = await open({ family: 'orderv', expirationSeconds: 300 });
    gateway.customer.payLate(order.orderId);
    await clock.advance(300 * SECOND + LATE_AFTER_MS);
    expect(await client.read(order)).toMatchObject({ value: { word: 'approved' } });
  });

  it('cannot pay what is closed or unknown, nor pay again', async () => {
    const { client, gateway, open } = await setUpTraining();
    const [paid, cancelled] = [await open(), await open()];
    gateway.customer.pay(paid.orderId);
    await client.cancel(cancelled);
    expect(gateway.customer.pay(paid.orderId)).toEqual({ ok: false, error: 'not-payable' });
    expect(gateway.customer.payLate(paid.orderId)).toEqual({ ok: false, error: 'not-payable' });
    expect(gateway.customer.pay(cancelled.orderId)).toEqual({ ok: false, error: 'not-payable' });
    expect(gateway.customer.pay('no-such-order')).toEqual({ ok: false, error: 'not-found' });
  });

  it('sees what is open, and for ten minutes what was closed unpaid', async () => {
    const { client, clock, gateway, open } = await setUpTraining();
    const [first, second, third] = [await open(), await open(), await open()];
    await client.cancel(first);
    gateway.customer.pay(second.orderId);
    expect(gateway.customer.orders().map((order) => order.orderId)).toEqual([third.orderId, first.orderId]);
    await clock.advance(10 * MINUTE + 1);
    expect(gateway.customer.orders().map((order) => order.orderId)).toEqual([third.orderId]);
  });
});

describe('other wallets', () => {
  it('have their own codes', async () => {
    const { open } = await setUpTraining();
    const order = await open({ wallet: 'picpay' });
    expect(order.brCode).toMatch(/^https:\/\/picpay\./);
  });

  it('shipay-pagador is paid by the id inside its code, without a token', async () => {
    const { client, gateway, open } = await setUpTraining();
    const order = await open({ wallet: 'shipay-pagador' });
    const { id } = JSON.parse(Buffer.from(order.brCode, 'base64').toString()) as { id: string };
    expect(id).not.toBe(order.orderId);
    const notify = (notice: string): Promise<Response> =>
      fetch(`${gateway.baseUrl}/notification/shipay-pagador/${notice}`, { method: 'POST' });
    expect((await notify(order.orderId)).status).toBe(404);
    const paid = await notify(id);
    expect([paid.status, await paid.json()]).toEqual([200, { message: expect.any(String) as unknown }]);
    expect(await client.read(order)).toMatchObject({ value: { word: 'approved', paidAmount: 1230 } });
    expect((await notify(id)).status).toBe(400);
  });

  it('mercadopago is refused without the e-order header, which the client sends', async () => {
    const { open, raw } = await setUpTraining();
    await open({ wallet: 'mercadopago' });
    const body = {
      order_ref: 'x',
      wallet: 'mercadopago',
      total: 2,
      items: [{ item_title: 'x', quantity: 1, unit_price: 2 }],
    };
    expect(await raw('POST', '/order', body)).toEqual({
      status: 400,
      body: { message: 'Order not created' },
    });
    expect((await raw('POST', '/order', body, { 'x-shipay-order-type': 'e-order' })).status).toBe(200);
  });
});
