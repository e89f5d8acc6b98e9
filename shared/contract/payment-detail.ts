import { z } from 'zod';
import { ATTEMPT_STATUSES, GIVEN_UP_BY, ORDER_FAMILIES } from '../domain/charge/charge.ts';
import { CHARGE_EVENT_TYPES } from '../domain/charge/event.ts';
import { Centavos, ChargeView, Instant } from './charge-view.ts';
import { WayOut, WhyOpen } from './open-item.ts';
import { Panel } from './payments.ts';

/** One line of a charge's history as the ledger has it. What does not belong to its kind is null. */
const TimelineEntry = z.object({
  seq: z.int(),
  at: Instant,
  /** Who did it; the machine when `byMachine`. */
  actor: z.string(),
  actorName: z.string(),
  byMachine: z.boolean(),
  type: z.enum(CHARGE_EVENT_TYPES),
  attempt: z.int().nullable(),
  orderId: z.string().nullable(),
  orderRef: z.string().nullable(),
  /** The gateway's status word as we understand it, and as it stood in the answer. */
  word: z.string().nullable(),
  rawWord: z.string().nullable(),
  /** What the gateway said, or why something was not possible. */
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
  /** Why it is not done with; null when it is. */
  why: WhyOpen.nullable(),
  day: z.string(),
  /** Null for charges of before the store was written down. */
  store: z.string().nullable(),
  till: z.string(),
  operatorId: z.string(),
  description: z.string().nullable(),
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
      /** What the gateway said when it refused, or why it is not clear. */
      message: z.string().nullable(),
    }),
  ),
  /** The most that one refund may give back now. */
  refundable: Centavos,
  ways: z.array(WayOut),
  /** More than 90 days after the payment a wallet may refuse a refund: a warning, not a limit. */
  refundIsOld: z.boolean(),
  timeline: z.array(TimelineEntry),
});
export type PaymentDetail = z.infer<typeof PaymentDetail>;
