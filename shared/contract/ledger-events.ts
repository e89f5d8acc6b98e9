import { z } from 'zod';
import { STORED_STATUSES } from '../domain/charge/stored-status.ts';
import { GIVEN_UP_BY, ORDER_FAMILIES } from '../domain/charge/charge.ts';
import { REMOTE_WORDS, type ChargeEventType } from '../domain/charge/event.ts';
import type { TillEventType } from '../domain/ledger-event/till-event.ts';
import { PERSON_ROLES } from '../domain/roles/roles.ts';
import { TILL_MODES } from '../domain/till/identity.ts';
import { Centavos, Instant } from './charge-view.ts';

/**
 * The schema of each event's body, for programs other than this till. A body of a newer version may have more fields, which are
 * left out. A body without a field, or with a wrong value in it, is refused.
 */

const text = z.string();
const attempt = z.int().min(1);
const Sum = z.object({ count: z.int().min(0), total: z.int() });
const nothing = z.object({});

const Figures = z.object({
  charges: Sum,
  received: Sum,
  refunds: Sum,
  late: Sum,
  forced: Sum,
  earlierReceived: Sum,
  earlierRefunds: Sum,
  byStatus: z.array(Sum.extend({ status: z.enum(STORED_STATUSES) })),
  byWallet: z.array(z.object({ wallet: text, received: Sum, refunds: Sum })),
  firstChargeId: text.nullable(),
  lastChargeId: text.nullable(),
});

/** Events of a charge. */
export const CHARGE_EVENT_BODIES = {
  created: z.object({
    id: text,
    requestId: text,
    reference: text.nullable(),
    description: text.nullable(),
    store: text.optional(),
    till: text,
    operator: text,
    shiftId: text,
    businessDay: text,
    amount: Centavos,
    wallet: text,
    pixDictKey: text.nullable(),
    timeLimitMs: z.int(),
    orderRef: text,
    family: z.enum(ORDER_FAMILIES),
    gatewayAt: Instant.optional(),
  }),
  'attempt-started': z.object({
    orderRef: text,
    family: z.enum(ORDER_FAMILIES),
    gatewayAt: Instant.optional(),
  }),
  queued: z.object({ attempt, detail: text }),
  'attempt-lost': z.object({ attempt, detail: text }),
  opened: z.object({
    attempt,
    orderId: text,
    family: z.enum(ORDER_FAMILIES),
    brCode: text,
    deadlineAt: Instant,
    mismatch: text.nullable(),
  }),
  refused: z.object({ attempt, message: text }),
  'orphan-found': z.object({ attempt, orderId: text, family: z.enum(ORDER_FAMILIES) }),
  'orphan-unlisted': z.object({ attempt, gatewayAt: Instant }),
  'orphan-absent': z.object({ attempt, from: Instant.nullable().optional(), until: Instant.optional() }),
  seen: z.object({
    attempt,
    askedAt: z.int(),
    word: z.enum(REMOTE_WORDS),
    rawWord: text,
    paidAmount: Centavos.nullable(),
    unreadPaidAmount: text.optional(),
    endToEndId: text.nullable(),
  }),
  'given-up': z.object({ cause: z.enum(GIVEN_UP_BY), reason: text.nullable() }),
  extended: z.object({ deadlineAt: Instant }),
  'put-on-paper': z.object({ timeLimitMs: z.int(), deadlineAt: Instant }),
  finalized: nothing,
  forced: z.object({ outcome: z.enum(['paid', 'not-paid']), reason: text, by: text }),
  'refund-requested': z.object({ refundId: text, amount: Centavos, reason: text.nullable() }),
  'refund-done': z.object({ refundId: text }),
  'refund-refused': z.object({ refundId: text, message: text }),
  'refund-unclear': z.object({ refundId: text, message: text }),
} as const satisfies Record<ChargeEventType, z.ZodType>;

/** Events that are about no charge. */
export const TILL_EVENT_BODIES = {
  'ledger-identified': z.object({ tillId: text, storeId: text, mode: z.enum(TILL_MODES) }),
  'gateway-place-learned': z.object({
    storeId: text.nullable(),
    storeName: text.nullable(),
    tillId: text.nullable(),
    tillName: text.nullable(),
  }),
  'shift-opened': z.object({ shiftId: text, operatorId: text }),
  'shift-closed': z.object({
    shiftId: text,
    till: text.optional(),
    zone: text.optional(),
    figures: Figures.optional(),
  }),
  'operator-added': z.object({ id: text, name: text, role: z.enum(PERSON_ROLES) }),
  'settings-changed': z.record(z.string(), z.unknown()),
  'wallet-chosen': z.object({ wallet: text, pixDictKey: text.nullable() }),
  'gateway-changed': z.object({
    change: z.enum(['connected', 'replaced', 'removed', 'kept']),
    host: text.nullable(),
    clientIdEnd: text.nullable(),
  }),
  'manager-entered': nothing,
  'manager-left': nothing,
  'ledger-restored': z.object({
    backup: text.nullable(),
    setAside: text,
    salvaged: z.int(),
    lost: z.int().optional(),
    reason: text.optional(),
  }),
  'closing-printed-again': z.object({ shiftId: text }),
  'pin-failed': z.object({ who: text }),
} as const satisfies Record<TillEventType, z.ZodType>;
