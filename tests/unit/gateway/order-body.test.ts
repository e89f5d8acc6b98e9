import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderBody } from '../../../main/core/gateway/order-body.ts';
import { MAX_CENTAVOS, centavos } from '../../../shared/domain/money/centavos.ts';
import { json } from './fake-transport.ts';
import { ORDER_ID, aNewOrder, setupClient } from './setup-client.ts';

/** A decimal of an integer by digits alone, the test's own way. */
const decimal = (amount: number): string => {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, digits.length - 2)}.${digits.slice(-2)}`;
};

const anAmount = fc.integer({ min: 1, max: MAX_CENTAVOS }).map(centavos);

describe('the body of an order', () => {
  it('is these bytes', () => {
    expect(orderBody(aNewOrder(), {})).toBe(
      '{"order_ref":"caixa1-0001-1","wallet":"pix","total":12.30,' +
        '"items":[{"item_title":"Venda","quantity":1,"unit_price":12.30}]}',
    );
  });

  it('carries every amount as its exact decimal', () => {
    fc.assert(
      fc.property(anAmount, (total) => {
        const body = orderBody(aNewOrder({ total }), {});
        expect(body).toContain(`"total":${decimal(total)},`);
        expect(body).toContain(`"unit_price":${decimal(total)}}`);
        expect(JSON.parse(body)).toMatchObject({ order_ref: 'caixa1-0001-1' });
      }),
    );
  });

  it('is JSON whatever stands in the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (orderRef, wallet) => {
        const body = JSON.parse(orderBody(aNewOrder({ orderRef, wallet, title: wallet }), {})) as Record<
          string,
          unknown
        >;
        expect([body['order_ref'], body['wallet']]).toEqual([orderRef, wallet]);
      }),
    );
  });

  it('names the Pix account when one was chosen', () => {
    expect(JSON.parse(orderBody(aNewOrder({ pixDictKey: 'a@b.example' }), {}))).toMatchObject({
      pix_dict_key: 'a@b.example',
    });
  });

  it.each([
    ['', 'Venda'],
    ['   ', 'Venda'],
    ['x'.repeat(101), 'x'.repeat(100)],
    ['Café & pão', 'Café & pão'],
  ])('titles the line %j as %j', (title, written) => {
    expect(JSON.parse(orderBody(aNewOrder({ title }), {}))).toMatchObject({
      items: [{ item_title: written }],
    });
  });
});

describe('/orderv', () => {
  it('sends its life, forbids other amounts and fills what the documentation requires', () => {
    const details = { buyer: { name: 'Loja Centro', document: '11222333000181' } };
    expect(JSON.parse(orderBody(aNewOrder({ family: 'orderv' }), details))).toMatchObject({
      expiration: 600,
      allow_amount_change: false,
      buyer: { name: 'Loja Centro', cpf_cnpj: '11222333000181' },
      callback_url: 'https://balcao.invalid/callback',
    });
  });

  it('names nobody when no buyer is known, and takes another address for notices', () => {
    const body: unknown = JSON.parse(
      orderBody(aNewOrder({ family: 'orderv' }), { callbackUrl: 'https://loja.example/x' }),
    );
    expect(body).toMatchObject({ callback_url: 'https://loja.example/x' });
    expect(body).not.toHaveProperty('buyer');
  });

  it('keeps all that from /order', () => {
    const body: unknown = JSON.parse(orderBody(aNewOrder(), { buyer: { name: 'x', document: 'y' } }));
    expect(Object.keys(body as object)).toEqual(['order_ref', 'wallet', 'total', 'items']);
  });
});

describe('the headers', () => {
  it.each([
    [{ wallet: 'pix', pixPsp: 'itau' }, undefined],
    [{ wallet: 'picpay' }, undefined],
    [{ wallet: 'mercadopago' }, 'e-order'],
    [{ wallet: 'pix', pixPsp: 'mercadopago' }, 'e-order'],
  ])('mark orders behind Mercado Pago as e-commerce: %j', async (changes, expected) => {
    const { client, net } = setupClient([
      (request) =>
        request.url.endsWith('/order')
          ? json({ order_id: ORDER_ID, status: 'pending', qr_code_text: '000201' })
          : null,
    ]);
    await client.create(aNewOrder(changes));
    expect(net.requests.at(-1)?.headers['x-shipay-order-type']).toBe(expected);
    expect(net.requests.at(-1)?.headers['content-type']).toBe('application/json');
  });
});
