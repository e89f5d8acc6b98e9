import { z } from 'zod';
import { addCentavos } from '../../../../shared/domain/money/arithmetic.ts';
import { centavos, isCentavos, type Centavos } from '../../../../shared/domain/money/centavos.ts';

const amount = z.custom<Centavos>(isCentavos);
const instant = z.number().int();

/** A coming event of an order. It is data and not a timer, so that it survives a restart. */
const planned = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pay'), atMs: instant, amount }),
  z.object({ kind: z.literal('refund-settles'), atMs: instant, amount }),
]);

/** An order of the training gateway, as it is stored. `pending` is also used for `pendingv`: `family` makes the difference. */
export const trainingOrder = z.object({
  orderId: z.string(),
  family: z.enum(['order', 'orderv']),
  orderRef: z.string(),
  wallet: z.string(),
  pixDictKey: z.string().nullable(),
  pixPsp: z.string().nullable(),
  total: amount,
  /** `unitPrice` is centavos as the request had it: also below zero, also with a fraction. No sum of money is made from it. */
  lines: z.array(z.object({ name: z.string(), unitPrice: z.number(), quantity: z.number() })),
  buyer: z
    .object({
      name: z.string(),
      document: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
  /** The id in the QR of shipay-pagador, which is not the id of the order (section 8.4). */
  noticeId: z.string(),
  /** The value of `wallet_payment_id`: the EndToEndId for Pix. */
  paymentId: z.string(),
  createdAtMs: instant,
  updatedAtMs: instant,
  expiresAtMs: instant,
  status: z.enum([
    'pending',
    'approved',
    'expired',
    'cancelled',
    'refund_pending',
    'refunded',
    'partial_refunded',
  ]),
  paid: z.object({ amount, atMs: instant }).nullable(),
  refunded: amount,
  planned: z.array(planned),
  /** True if the customer will pay when it is too late. */
  paysLate: z.boolean(),
});

export type TrainingOrder = z.infer<typeof trainingOrder>;
type Planned = z.infer<typeof planned>;

/** The time from the end of an order until its late payment, ms. */
export const LATE_AFTER_MS = 8_000;

/**
 * Returns the order after all events that were due by `nowMs`: expiry, late payments, ends of refunds. Returns the same object
 * if there are none.
 */
export function advance(order: TrainingOrder, nowMs: number): TrainingOrder {
  const due = nextDue(order);
  return due && due.atMs <= nowMs ? advance(due.apply(), nowMs) : order;
}

/** Returns the order closed unpaid at `atMs`. If the customer pays late, the payment is under way from then on. */
export function close(order: TrainingOrder, status: 'expired' | 'cancelled', atMs: number): TrainingOrder {
  const late: Planned[] = order.paysLate
    ? [{ kind: 'pay', atMs: atMs + LATE_AFTER_MS, amount: order.total }]
    : [];
  return { ...order, status, updatedAtMs: atMs, planned: [...order.planned, ...late], paysLate: false };
}

/** Returns the order paid at `atMs`, in every state of the order. */
export function receive(order: TrainingOrder, paid: Centavos, atMs: number): TrainingOrder {
  return { ...order, status: 'approved', updatedAtMs: atMs, paid: { amount: paid, atMs } };
}

/** Returns the order after a refund of `refund` more. */
export function refundMore(order: TrainingOrder, refund: Centavos, atMs: number): TrainingOrder {
  const refunded = addCentavos(order.refunded, refund);
  const status = refunded >= paidAmount(order) ? 'refunded' : 'partial_refunded';
  return { ...order, status, refunded, updatedAtMs: atMs };
}

/** Returns the paid amount, 0 while it is unpaid. */
export function paidAmount(order: TrainingOrder): Centavos {
  return order.paid?.amount ?? centavos(0);
}

interface Due {
  readonly atMs: number;
  readonly apply: () => TrainingOrder;
}

function nextDue(order: TrainingOrder): Due | null {
  const dues: Due[] = order.planned.map((event) => ({
    atMs: event.atMs,
    apply: () => carryOut(order, event),
  }));
  if (order.status === 'pending') {
    dues.push({ atMs: order.expiresAtMs, apply: () => close(order, 'expired', order.expiresAtMs) });
  }
  return dues.sort((a, b) => a.atMs - b.atMs)[0] ?? null;
}

function carryOut(order: TrainingOrder, event: Planned): TrainingOrder {
  const rest = { ...order, planned: order.planned.filter((other) => other !== event) };
  if (event.kind === 'refund-settles') return refundMore(rest, event.amount, event.atMs);
  return receive(rest, event.amount, event.atMs);
}
