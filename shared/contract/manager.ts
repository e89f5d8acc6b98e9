import { z } from 'zod';
import { PANEL_WORDS } from '../domain/charge/panel-word.ts';
import { CHARGE_STATUSES } from '../domain/charge/charge.ts';
import { Centavos, ChargeId, ChargeView, Instant } from './charge-view.ts';
import { method } from './define.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Which payments are wanted: what is left out does not matter, and all that is said must hold. Centavos; `to` not included. */
export const PaymentFilter = z.strictObject({
  from: Instant.optional(),
  to: Instant.optional(),
  min: Centavos.optional(),
  max: Centavos.optional(),
  wallets: z.array(z.string().max(60)).max(20).optional(),
  operators: z.array(z.string().max(60)).max(50).optional(),
  words: z.array(z.enum(PANEL_WORDS)).max(PANEL_WORDS.length).optional(),
  till: z.string().max(60).optional(),
  late: z.literal(true).optional(),
  forced: z.literal(true).optional(),
  /** Part of the reference, of an order's id, of the end-to-end id, or a short code. */
  text: z.string().trim().min(1).max(80).optional(),
});
export type PaymentFilter = z.infer<typeof PaymentFilter>;

const Sums = z.object({
  count: z.int(),
  paidCount: z.int(),
  paid: Centavos,
  refunded: Centavos,
  /** Below zero when more went back than came in. */
  net: z.int(),
});

export const PaymentRow = z.object({
  id: ChargeId,
  shortCode: z.string(),
  at: Instant,
  amount: Centavos,
  paid: Centavos.nullable(),
  refunded: Centavos,
  walletName: z.string(),
  status: z.enum(CHARGE_STATUSES),
  word: z.enum(PANEL_WORDS),
  operator: z.string(),
  reference: z.string().nullable(),
  endToEndEnd: z.string().nullable(),
  late: z.boolean(),
  forced: z.boolean(),
  finalized: z.boolean(),
});
export type PaymentRow = z.infer<typeof PaymentRow>;

/** One row of the ledger about a charge, as data: the words are the screen's. */
const TimelineEntry = z.object({
  seq: z.int(),
  at: Instant,
  type: z.string(),
  actor: z.string(),
  actorName: z.string(),
  amount: Centavos.nullable(),
  /** The gateway's own word, a reason, a message: what the row says besides. */
  detail: z.string().nullable(),
  attempt: z.int().nullable(),
});

/** What a manager sees, and only after `manager/enter`: everything else here answers `manager-needed` until then. */
export const manager = {
  /**
   * Opens the manager's screens at this window, until `manager/leave`, the end of the shift, or `MANAGER_IDLE_MS` without
   * `manager/stay`.
   */
  'manager/enter': method({
    input: z.strictObject({ pin: z.string().regex(/^\d{4,12}$/) }),
    output: z.object({ operatorId: z.string(), name: z.string() }),
    errors: ['wrong-pin', 'wait', 'not-signed-in', 'storage-failed'],
    roles: ['cashier'],
  }),
  'manager/leave': method({
    input: z.strictObject({}),
    output: z.object({ done: z.literal(true) }),
    errors: [],
    roles: ['cashier'],
  }),
  /** A hand was seen at the manager's screens. Reading is no sign of life: they read themselves again by themselves. */
  'manager/stay': method({
    input: z.strictObject({}),
    output: z.object({ done: z.literal(true) }),
    errors: ['manager-needed'],
    roles: ['cashier'],
  }),
  /** The figures of one business day, under the day on which each charge was made. Null is today. */
  'manager/day': method({
    input: z.strictObject({ day: Day.nullable() }),
    output: z.object({
      day: Day,
      isToday: z.boolean(),
      totals: Sums,
      /** What the same weekday brought on average, over the weeks of the last eight that had sales; null without any. */
      usual: z.object({ net: z.int(), weeks: z.int() }).nullable(),
      byHour: z.array(z.object({ hour: z.int(), ...Sums.shape })),
      byWallet: z.array(z.object({ wallet: z.string(), name: z.string(), ...Sums.shape })),
      byOperator: z.array(z.object({ operator: z.string(), name: z.string(), ...Sums.shape })),
      byWord: z.array(z.object({ word: z.enum(PANEL_WORDS), ...Sums.shape })),
    }),
    errors: ['manager-needed'],
    roles: ['cashier'],
  }),
  /** A page of charges, newest first. */
  'manager/payments': method({
    input: z.strictObject({
      filter: PaymentFilter,
      cursor: ChargeId.nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({
      rows: z.array(PaymentRow),
      nextCursor: ChargeId.nullable(),
    }),
    errors: ['manager-needed'],
    roles: ['cashier'],
  }),
  /** Sums of all that the filter lets through: they come after the page, because they look at every one of them. */
  'manager/payment-sums': method({
    input: z.strictObject({ filter: PaymentFilter }),
    output: z.object({
      totals: Sums,
      /** How many there are of each word when the filter's own words are left out. */
      words: z.array(z.object({ word: z.enum(PANEL_WORDS), count: z.int() })),
    }),
    errors: ['manager-needed'],
    roles: ['cashier'],
  }),
  'manager/payment': method({
    input: z.strictObject({ id: ChargeId }),
    output: z.object({
      charge: ChargeView,
      word: z.enum(PANEL_WORDS),
      till: z.string(),
      attempts: z.array(
        z.object({ no: z.int(), orderRef: z.string(), orderId: z.string().nullable(), status: z.string() }),
      ),
      timeline: z.array(TimelineEntry),
    }),
    errors: ['manager-needed', 'not-found'],
    roles: ['cashier'],
  }),
  /** What the lists of filters are made of. */
  'manager/choices': method({
    input: z.strictObject({}),
    output: z.object({
      operators: z.array(z.object({ id: z.string(), name: z.string() })),
      wallets: z.array(z.object({ wallet: z.string(), name: z.string() })),
      saved: z.array(z.object({ name: z.string(), query: z.string() })),
    }),
    errors: ['manager-needed'],
    roles: ['cashier'],
  }),
  /** Keeps a filter under a name, as it stands in the address; an empty query forgets the name. */
  'manager/save-filter': method({
    input: z.strictObject({ name: z.string().trim().min(1).max(40), query: z.string().max(500) }),
    output: z.object({ done: z.literal(true) }),
    errors: ['manager-needed', 'storage-failed'],
    roles: ['cashier'],
  }),
} as const;
