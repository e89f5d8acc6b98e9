import { z } from 'zod';
import { addCentavos } from '../../../../shared/domain/money/arithmetic.ts';
import { centavos, isCentavos, type Centavos } from '../../../../shared/domain/money/centavos.ts';

const amount = z.custom<Centavos>(isCentavos);
const instant = z.number().int();

/** What is bound to happen to an order by itself. It is data, not a timer, so that it outlives a restart. */
const planned = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pay'), atMs: instant, amount }),
  z.object({ kind: z.literal('refund-settles'), atMs: instant, amount }),
]);

/** An order of the training gateway, as it is kept. `pending` stands for `pendingv` too: the family tells. */
export const trainingOrder = z.object({
  orderId: z.string(),
  family: z.enum(['order', 'orderv']),
  orderRef: z.string(),
  wallet: z.string(),
  pixDictKey: z.string().nullable(),
  pixPsp: z.string().nullable(),
  total: amount,
  lines: z.array(z.object({ name: z.string(), unitPrice: amount, quantity: z.number() })),
  buyer: z
    .object({
      name: z.string(),
      document: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
  /** The id inside the QR of shipay-pagador; not the order's own (section 8.4). */
  noticeId: z.string(),
  /** What `wallet_payment_id` will be: for Pix the EndToEndId. */
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
  /** The customer has made up their mind to pay once it is too late. */
  paysLate: z.boolean(),
});

export type TrainingOrder = z.infer<typeof trainingOrder>;
type Planned = z.infer<typeof planned>;

/** How long after an order was closed the payment of a late customer lands. */
export const LATE_AFTER_MS = 8_000;

/** The order after everything that was due by `nowMs`: expiry, late payments, refunds that settle. The same object when nothing was. */
export function advance(order: TrainingOrder, nowMs: number): TrainingOrder {
  const due = nextDue(order);
  return due && due.atMs <= nowMs ? advance(due.apply(), nowMs) : order;
}

/** The order closed unpaid at `atMs`; a late customer's payment is on its way from then on. */
export function close(order: TrainingOrder, status: 'expired' | 'cancelled', atMs: number): TrainingOrder {
  const late: Planned[] = order.paysLate
    ? [{ kind: 'pay', atMs: atMs + LATE_AFTER_MS, amount: order.total }]
    : [];
  return { ...order, status, updatedAtMs: atMs, planned: [...order.planned, ...late], paysLate: false };
}

/** The order paid at `atMs`, whatever state it was in: money that arrives is money that arrived. */
export function receive(order: TrainingOrder, paid: Centavos, atMs: number): TrainingOrder {
  return { ...order, status: 'approved', updatedAtMs: atMs, paid: { amount: paid, atMs } };
}

/** The order after `amount` more was given back. */
export function giveBack(order: TrainingOrder, returned: Centavos, atMs: number): TrainingOrder {
  const refunded = addCentavos(order.refunded, returned);
  const status = refunded >= paidAmount(order) ? 'refunded' : 'partial_refunded';
  return { ...order, status, refunded, updatedAtMs: atMs };
}

/** What was paid for the order; nothing while it is unpaid. */
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
  if (event.kind === 'refund-settles') return giveBack(rest, event.amount, event.atMs);
  return receive(rest, event.amount, event.atMs);
}
