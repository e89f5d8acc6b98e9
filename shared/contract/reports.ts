import { z } from 'zod';
import { isBusinessDay } from '../domain/business-day/business-day.ts';
import { CHARGE_STATUSES } from '../domain/charge/charge.ts';
import { PANEL_STATUSES } from '../domain/charge/panel-status.ts';
import { Centavos, ChargeId, ChargeView, Instant } from './charge-view.ts';
import { method, view } from './define.ts';

/** A business day of the store, `YYYY-MM-DD`. */
const Day = z.string().refine(isBusinessDay);
/** A time on the store's wall, `HH:MM`. */
const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Panel = z.enum(PANEL_STATUSES);

/** What charges come to, in centavos. Money is counted under the day on which its charge was made. */
const Sums = z.object({
  /** Charges, paid or not. */
  count: z.int(),
  /** What was asked for. */
  amount: Centavos,
  /** Charges that money arrived for. */
  paidCount: z.int(),
  paid: Centavos,
  refunded: Centavos,
  /** What stayed with the shop. */
  net: Centavos,
});
export type Sums = z.infer<typeof Sums>;

/** Which payments are wanted. What is left out does not matter; all that is there must hold. */
export const PaymentFilter = z.strictObject({
  /**
   * Business days of the store; the week begins on Monday, week and month are the present ones. In a range both days are
   * in; `fromTime` cuts the first day, `toTime` the last (its minute is still in). Either end may be open.
   */
  period: z
    .union([
      z.strictObject({ kind: z.enum(['today', 'yesterday', 'week', 'month']) }),
      z.strictObject({
        kind: z.literal('range'),
        from: Day.optional(),
        fromTime: WallTime.optional(),
        to: Day.optional(),
        toTime: WallTime.optional(),
      }),
    ])
    .optional(),
  /** The amount asked for; an exact value is both ends at once. */
  min: Centavos.optional(),
  max: Centavos.optional(),
  stores: z.array(z.string().max(60)).min(1).max(20).optional(),
  tills: z.array(z.string().max(60)).min(1).max(20).optional(),
  wallets: z.array(z.string().max(60)).min(1).max(20).optional(),
  statuses: z.array(Panel).min(1).max(PANEL_STATUSES.length).optional(),
  /** Ids, as in `choices` of `manager/filters`. */
  operators: z.array(z.string().max(60)).min(1).max(20).optional(),
  /** Paid after it was given up. */
  late: z.literal(true).optional(),
  /** Settled by a manager without proof. */
  unproven: z.literal(true).optional(),
  /**
   * The beginning or the end of a reference, the beginning of an order's id or reference, four or more last characters
   * of an end-to-end id (or all of it), or a short code. Upper and lower case are the same.
   */
  text: z.string().trim().min(1).max(60).optional(),
});
export type PaymentFilter = z.infer<typeof PaymentFilter>;

/** A line of the list of payments. */
const PaymentRow = z.object({
  id: ChargeId,
  shortCode: z.string(),
  day: z.string(),
  createdAt: Instant,
  approvedAt: Instant.nullable(),
  amount: Centavos,
  paidAmount: Centavos.nullable(),
  refundedAmount: Centavos,
  wallet: z.string(),
  walletName: z.string(),
  store: z.string(),
  till: z.string(),
  operator: z.string(),
  operatorName: z.string(),
  reference: z.string().nullable(),
  endToEndId: z.string().nullable(),
  panel: Panel,
  status: z.enum(CHARGE_STATUSES),
  settled: z.boolean(),
  late: z.boolean(),
  unproven: z.boolean(),
});
export type PaymentRow = z.infer<typeof PaymentRow>;

/** What can be done about a charge now; the screens show one key for each. */
const WayOut = z.enum(['finalize', 'cancel', 'wait', 'refund', 'force']);
export type WayOut = z.infer<typeof WayOut>;

/** A charge that someone must look at, and the ways out of it. */
const OpenItem = z.object({
  charge: ChargeView,
  day: z.string(),
  ways: z.array(WayOut),
});

const named = { name: z.string() };

/** The figures of one business day. */
const DayReport = z.object({
  day: Day,
  zone: z.string(),
  isToday: z.boolean(),
  /** The day's instants: `from` in, `to` out. 23 or 25 hours when the clocks change. */
  from: Instant,
  to: Instant,
  totals: Sums,
  /** `paid` over `paidCount`, rounded half up; null when nothing was paid. */
  average: Centavos.nullable(),
  byStatus: z.array(Sums.extend({ panel: Panel })),
  /** Hours of the store's wall that had charges, 0 to 23. An hour that the clocks repeat is one row. */
  byHour: z.array(Sums.extend({ hour: z.int().min(0).max(23) })),
  byWallet: z.array(Sums.extend({ wallet: z.string(), ...named })),
  byOperator: z.array(Sums.extend({ operator: z.string(), ...named })),
  byTill: z.array(Sums.extend({ till: z.string() })),
  /**
   * The same weekday of the last 8 weeks: of the days that had charges, how many there were and what they came to on
   * average, rounded half up. Null when there was none.
   */
  weekday: z
    .object({
      days: z.int().min(1).max(8),
      paidCount: z.number(),
      paid: Centavos,
      net: Centavos,
    })
    .nullable(),
  /** Whatever is not settled at this till now, of this day or another, oldest first. */
  unsettled: z.array(OpenItem),
  /** Paid after they were given up, of this day, newest first; those still to be settled stand in `unsettled` too. */
  late: z.array(ChargeView),
  /** Settled without proof as one thing, and proven to be the other; the newest of any day. */
  contradicted: z.array(ChargeView),
  /** Shifts that touch the day; one that crosses midnight touches two, and each charge counts under its own day. */
  shifts: z.array(
    z.object({
      id: z.string(),
      operator: z.string(),
      ...named,
      openedAt: Instant,
      closedAt: Instant.nullable(),
      crossesMidnight: z.boolean(),
    }),
  ),
});
export type DayReport = z.infer<typeof DayReport>;

/** One line of a charge's history as the ledger has it. What does not belong to its kind is null. */
const TimelineEntry = z.object({
  seq: z.int(),
  at: Instant,
  /** Who did it; the machine when `byMachine`. */
  actor: z.string(),
  actorName: z.string(),
  byMachine: z.boolean(),
  type: z.enum([
    'created',
    'attempt-started',
    'queued',
    'attempt-lost',
    'opened',
    'refused',
    'orphan-found',
    'orphan-absent',
    'seen',
    'given-up',
    'extended',
    'put-on-paper',
    'finalized',
    'forced',
    'refund-requested',
    'refund-done',
    'refund-refused',
    'refund-unclear',
  ]),
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
  cause: z.enum(['operator', 'time-limit', 'qr-mismatch']).nullable(),
  reason: z.string().nullable(),
  outcome: z.enum(['paid', 'not-paid']).nullable(),
  refundId: z.string().nullable(),
  deadlineAt: Instant.nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** Everything about one payment. */
const PaymentDetail = z.object({
  charge: ChargeView,
  panel: Panel,
  day: z.string(),
  /** Null for charges of before the store was written down. */
  store: z.string().nullable(),
  till: z.string(),
  operatorId: z.string(),
  description: z.string().nullable(),
  attempts: z.array(
    z.object({
      no: z.int(),
      status: z.enum(['sent', 'lost', 'unsent', 'open', 'paid', 'returning', 'unclear', 'closed']),
      startedAt: Instant,
      orderRef: z.string(),
      orderId: z.string().nullable(),
      family: z.enum(['order', 'orderv']),
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

const SavedFilter = z.object({ name: z.string(), filter: PaymentFilter });
export type SavedFilter = z.infer<typeof SavedFilter>;

const FilterName = z.string().trim().min(1).max(40);
const Choice = z.object({ id: z.string(), name: z.string() });

/**
 * What a manager reads. Each call answers `manager-needed` until a manager has entered with the PIN. While `seq` of
 * `manager/changed` stays the same, so does every answer.
 */
export const reports = {
  'manager/day': method({
    input: z.strictObject({ /** Today when it is left out. */ day: Day.optional() }),
    output: DayReport,
    errors: ['manager-needed'],
    roles: ['cashier'],
  }),
  /**
   * A page of payments, newest first; `cursor` is `nextCursor` of the page before, with the same filter. A page may be
   * shorter than `limit`, even empty, although `nextCursor` says that more can follow: then much was looked at in vain.
   */
  'manager/payments': method({
    input: z.strictObject({
      filter: PaymentFilter,
      cursor: z.string().max(60).nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({
      rows: z.array(PaymentRow),
      nextCursor: z.string().nullable(),
      /** Of the whole filter, whatever the page. */
      totals: Sums,
      /** The same by status, as if the filter said nothing about the status: what each choice would show. */
      byStatus: z.array(Sums.extend({ panel: Panel })),
      /** False when so many had to be looked at one by one that counting stopped: then the figures are "at least". */
      complete: z.boolean(),
    }),
    errors: ['manager-needed', 'bad-cursor'],
    roles: ['cashier'],
  }),
  'manager/payment': method({
    input: z.strictObject({ id: ChargeId }),
    output: PaymentDetail,
    errors: ['manager-needed', 'not-found'],
    roles: ['cashier'],
  }),
  /** Saved filters by name, and everything that a filter can be made of. */
  'manager/filters': method({
    input: z.strictObject({}),
    output: z.object({
      saved: z.array(SavedFilter),
      choices: z.object({
        stores: z.array(z.string()),
        tills: z.array(z.string()),
        wallets: z.array(Choice),
        operators: z.array(Choice),
      }),
    }),
    errors: ['manager-needed'],
    roles: ['cashier'],
  }),
  /** Saves a filter under a name; one that is there is replaced. */
  'manager/save-filter': method({
    input: z.strictObject({ name: FilterName, filter: PaymentFilter }),
    output: z.object({ saved: z.array(SavedFilter) }),
    errors: ['manager-needed', 'too-many-filters', 'storage-failed'],
    roles: ['cashier'],
  }),
  'manager/delete-filter': method({
    input: z.strictObject({ name: FilterName }),
    output: z.object({ saved: z.array(SavedFilter) }),
    errors: ['manager-needed', 'not-found', 'storage-failed'],
    roles: ['cashier'],
  }),
  /** Says that the ledger moved on: the screen asks again for what it shows. `day` is the present business day. */
  'manager/changed': view({ payload: z.object({ seq: z.int(), day: z.string() }), roles: ['cashier'] }),
} as const;
