import type { Sale } from '../../../../main/core/reports/export/sale.ts';

/** A sale with something in every column. */
export function sampleSale(change: Partial<Sale>): Sale {
  return {
    day: '2026-12-31',
    second: 86_398,
    store: 'Padaria',
    till: 'caixa-1',
    operator: 'Ana',
    operatorId: 'operator-1',
    reference: 'Mesa 4',
    wallet: 'Pix',
    walletId: 'pix',
    amount: 123_456,
    paid: 123_456,
    refunded: 5,
    net: 123_451,
    panel: 'estorno-parcial',
    observation: null,
    paidAt: 1_798_761_599,
    refundedAt: null,
    late: true,
    unproven: false,
    endToEndId: 'E123',
    orderId: 'order-1',
    shortCode: 'ABC1234',
    tillId: '01JDFZ8Q4M2V7RXKT9N3WBCE5H',
    storeId: '01JDFZ8Q4M2V7RXKT9N3WBCE5J',
    ...change,
  };
}
