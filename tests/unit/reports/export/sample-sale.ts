import type { Sale } from '../../../../main/core/reports/export/sale.ts';

/** A sale with something in every column. */
export function sampleSale(change: Partial<Sale>): Sale {
  return {
    day: '2026-12-31',
    second: 86_398,
    store: 'Padaria',
    till: 'caixa-1',
    operator: 'Ana',
    reference: 'Mesa 4',
    wallet: 'Pix',
    amount: 123_456,
    paid: 123_456,
    refunded: 5,
    net: 123_451,
    panel: 'estorno-parcial',
    late: true,
    forced: false,
    endToEndId: 'E123',
    orderId: 'order-1',
    shortCode: 'ABC1234',
    ...change,
  };
}
