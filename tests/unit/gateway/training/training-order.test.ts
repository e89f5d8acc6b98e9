import { describe, expect, it } from 'vitest';
import {
  LATE_AFTER_MS,
  advance,
  close,
  receive,
  type TrainingOrder,
} from '../../../../main/core/gateway/training/training-order.ts';
import { refundOrder } from '../../../../main/core/gateway/training/desk.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { anOrder } from './an-order.ts';

const END = anOrder().expiresAtMs;

/** Looks at the order at each of these instants in turn. */
const lookedAt = (order: TrainingOrder, ...instants: number[]): TrainingOrder =>
  instants.reduce(advance, order);

describe('advance', () => {
  it('leaves alone what nothing is due for', () => {
    const order = anOrder();
    expect(advance(order, END - 1)).toBe(order);
    const paid = receive(order, order.total, 1);
    expect(advance(paid, END * 2)).toBe(paid);
  });

  it('expires an open order, at its own instant', () => {
    expect(advance(anOrder(), END + 999)).toMatchObject({ status: 'expired', updatedAtMs: END });
  });

  it('makes late customers pay after expiry and after a cancel', () => {
    const late = anOrder({ paysLate: true });
    expect(advance(late, END + LATE_AFTER_MS - 1)).toMatchObject({ status: 'expired', paid: null });
    expect(advance(late, END + LATE_AFTER_MS)).toMatchObject({ status: 'approved', paid: { amount: 1230 } });
    expect(advance(close(late, 'cancelled', 50), 50 + LATE_AFTER_MS)).toMatchObject({ status: 'approved' });
    expect(advance(close(anOrder(), 'cancelled', 50), END * 2)).toMatchObject({ status: 'cancelled' });
  });

  it('comes to the same whether it is looked at often or once', () => {
    const orders = [
      anOrder(),
      anOrder({ paysLate: true }),
      close(anOrder({ paysLate: true }), 'cancelled', 50),
    ];
    for (const order of orders) {
      const often = lookedAt(order, 1, 50 + LATE_AFTER_MS, END, END + 1, END + LATE_AFTER_MS, END * 2);
      expect(often).toEqual(lookedAt(order, END * 2));
    }
  });

  it('settles a slow refund in part or in full', () => {
    const paid = receive(anOrder({ pixDictKey: 'reserva@loja.example' }), centavos(1230), 0);
    for (const [amount, status] of [
      [1230, 'refunded'],
      [30, 'partial_refunded'],
    ] as const) {
      const asked = refundOrder(paid, centavos(amount), 100);
      if (!asked.ok) throw new Error(asked.error);
      expect(asked.value).toMatchObject({ status: 'refund_pending', refunded: 0 });
      expect(advance(asked.value, 100_000)).toMatchObject({ status, refunded: amount, planned: [] });
    }
  });
});
