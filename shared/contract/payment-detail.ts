import { z } from 'zod';
import { ATTEMPT_STATUSES, GIVEN_UP_BY, ORDER_FAMILIES } from '../domain/charge/charge.ts';
import { CHARGE_EVENT_TYPES } from '../domain/charge/event.ts';
import { Centavos, ChargeView, Instant } from './charge-view.ts';
import { WayOut, WhyOpen } from './open-item.ts';
import { Panel } from './payments.ts';
import { Via } from './via.ts';

/** One event of a charge in the timeline. A field that does not belong to the type is null. */
const TimelineEntry = z.object({
  seq: z.int(),
  at: Instant,
  /** The actor. `byMachine` is true if it was the machine. */
  actor: z.string(),
  actorName: z.string(),
  /** Null for what Balcão did by itself, and for events of versions that did not store it. */
  via: Via.nullable(),
  byMachine: z.boolean(),
  type: z.enum(CHARGE_EVENT_TYPES),
  attempt: z.int().nullable(),
  orderId: z.string().nullable(),
  orderRef: z.string().nullable(),
  /** The gateway's status word as the code understands it, and as it was in the answer. */
  word: z.string().nullable(),
  rawWord: z.string().nullable(),
  /** The gateway's message, or why an act was not possible. */
  message: z.string().nullable(),
  amount: Centavos.nullable(),
  paidAmount: Centavos.nullable(),
  endToEndId: z.string().nullable(),
  cause: z.enum(GIVEN_UP_BY).nullable(),
  reason: z.string().nullable(),
  outcome: z.enum(['paid', 'not-paid']).nullable(),
  refundId: z.string().nullable(),
  deadlineAt: Instant.nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** Everything about one payment. */
export const PaymentDetail = z.object({
  charge: ChargeView,
  panel: Panel,
  /** Why it is an open item. Null if it is not. */
  why: WhyOpen.nullable(),
  day: z.string(),
  /** Null for charges of versions that did not store it. */
  store: z.string().nullable(),
  till: z.string(),
  operatorId: z.string(),
  description: z.string().nullable(),
  /** True if reference or description contain a CPF. The screens show it masked. */
  hasCpf: z.boolean(),
  /** When a manager erased the texts of the charge, and who. Null if none did. */
  textsErased: z.object({ at: Instant, byName: z.string() }).nullable(),
  attempts: z.array(
    z.object({
      no: z.int(),
      status: z.enum(ATTEMPT_STATUSES),
      startedAt: Instant,
      orderRef: z.string(),
      orderId: z.string().nullable(),
      family: z.enum(ORDER_FAMILIES),
      paidAmount: Centavos.nullable(),
      refundedAmount: Centavos,
    }),
  ),
  refunds: z.array(
    z.object({
      refundId: z.string(),
      amount: Centavos,
      reason: z.string().nullable(),
      requestedAt: Instant,
      by: z.string(),
      byName: z.string(),
      state: z.enum(['pending', 'done', 'refused', 'unclear']),
      endedAt: Instant.nullable(),
      /** The gateway's message when it refused, or why the refund is unclear. */
      message: z.string().nullable(),
    }),
  ),
  /** The largest amount that one refund can have now. */
  refundable: Centavos,
  ways: z.array(WayOut),
  /** True if the payment is older than 90 days. A wallet may refuse its refund. It is a warning and not a limit. */
  refundIsOld: z.boolean(),
  timeline: z.array(TimelineEntry),
});
export type PaymentDetail = z.infer<typeof PaymentDetail>;
