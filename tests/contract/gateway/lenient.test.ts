import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setUpTraining } from './setup-training.ts';

const line = (unit_price: unknown, quantity: unknown = 1, item_title = 'Venda') => ({
  item_title,
  quantity,
  unit_price,
});
const sale = (total: unknown, ...items: readonly object[]) => ({
  order_ref: 'ref',
  wallet: 'pix',
  total,
  items,
});
const variable = {
  buyer: { name: 'Loja', cpf_cnpj: '11222333000181' },
  callback_url: 'https://loja.example/x',
};

const idOf = (answer: { body: unknown }): string => (answer.body as { order_id: string }).order_id;

/** The sums of official plug-ins of the gateway. */
describe('a training gateway that is not strict', () => {
  it.each([
    ['numbers in texts', sale('122.49', line('122.49', '1')), 122.49],
    ['four decimals in a text', sale('25.9000', line('25.9000')), 25.9],
    ['a third of ten reais', sale(10, line(3.3333333333333335, 3)), 10],
    ['four decimals', sale(10, line(3.3333, 3), line(0.0001)), 10],
    ['a discount below zero', sale(9.5, line(10), line(-0.5, 1, 'Others')), 9.5],
    ['a discount below zero in a text', sale('9.50', line('10.0000'), line('-0.5000', 1, 'Others')), 9.5],
    ['a sum of doubles', sale(25.900000000000002, line(25.900000000000002)), 25.9],
    ['a quantity with decimals in a text', sale('7.50', line('30.00', '0.250')), 7.5],
    ['postage', sale('30.00', line('20.00'), line('10.0000', '1', 'Frete')), 30],
  ])('takes %s', async (_name, body, total) => {
    const { raw } = await setUpTraining({ strict: false });
    const opened = await raw('POST', '/order', body);
    expect(opened.status).toBe(200);
    expect((await raw('GET', `/order/${idOf(opened)}`)).body).toMatchObject({ total_order: total });
    const later = await raw('POST', '/orderv', { ...body, ...variable, expiration: '3600' });
    expect(later.status).toBe(201);
  });

  it('says the unit prices as they came', async () => {
    const { raw } = await setUpTraining({ strict: false });
    const opened = await raw(
      'POST',
      '/order',
      sale('9.50', line('10.0000'), line('-0.5000'), line(1.2345, 0.001)),
    );
    expect((await raw('GET', `/order/${idOf(opened)}`)).body).toMatchObject({
      items: [{ unit_price: 10 }, { unit_price: -0.5 }, { unit_price: 1.2345 }],
    });
  });

  it.each([
    ['a total with half a centavo', sale(12.305, line(12.305)), 'total'],
    ['a total with half a centavo in a text', sale('12.305', line('12.305')), 'total'],
    ['a total below zero', sale('-1.00', line('-1.00')), 'total'],
    ['a comma', sale('12,30', line(12.3)), 'total'],
    ['thousands', sale('1.234.00', line(1234)), 'total'],
    ['an exponent in a text', sale('1e2', line(100)), 'total'],
    ['an empty text', sale('', line(1)), 'total'],
    ['a truth value', sale(true, line(1)), 'total'],
    ['no number', sale('NaN', line(1)), 'total'],
    ['hexadecimal', sale('0x10', line(16)), 'total'],
    ['no quantity', sale('1', line('1', '0')), 'items.0.quantity'],
    ['a unit price in words', sale('1', line('um')), 'items.0.unit_price'],
  ])('refuses %s', async (_name, body, where) => {
    const { raw } = await setUpTraining({ strict: false });
    expect(await raw('POST', '/order', body)).toEqual({
      status: 400,
      body: { code: 400, message: `Bad request: ${where}` },
    });
  });

  it('refuses items that do not add up', async () => {
    const { raw } = await setUpTraining({ strict: false });
    const body = sale('9.50', line('10.00'), line('-0.51'));
    expect(await raw('POST', '/order', body)).toMatchObject({ status: 400, body: { code: 400 } });
  });

  it('refunds an amount in a text, to the centavo', async () => {
    const { raw, gateway } = await setUpTraining({ strict: false });
    const id = idOf(await raw('POST', '/order', sale('100.00', line('100.00'))));
    gateway.customer.pay(id);
    const refund = (amount: unknown) => raw('DELETE', `/order/${id}/refund`, { amount });
    expect(await refund('64.3000')).toMatchObject({
      status: 200,
      body: { status: 'partial_refunded', message: 'R$ 64.3 has been refunded.' },
    });
    expect(await refund('35.705')).toMatchObject({ status: 400 });
    expect(await refund('35.71')).toMatchObject({ status: 400 });
    expect(await refund('35.70')).toMatchObject({ status: 200, body: { status: 'refunded' } });
  });

  it('reads each amount as the same centavos, as a number and as a text', async () => {
    const { raw } = await setUpTraining({ strict: false });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.integer({ min: 2, max: 8 }),
        async (cents, places) => {
          const text = `${Math.floor(cents / 100)}.${String(cents % 100)
            .padStart(2, '0')
            .padEnd(places, '0')}`;
          for (const amount of [text, cents / 100]) {
            const opened = await raw('POST', '/order', sale(amount, line(amount)));
            expect((await raw('GET', `/order/${idOf(opened)}`)).body).toMatchObject({
              total_order: cents / 100,
            });
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
