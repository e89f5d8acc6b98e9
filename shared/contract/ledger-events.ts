import { z } from 'zod';
import { STORED_STATUSES } from '../domain/charge/stored-status.ts';
import { GIVEN_UP_BY, ORDER_FAMILIES } from '../domain/charge/charge.ts';
import { REMOTE_WORDS, type ChargeEventType } from '../domain/charge/event.ts';
import {
  HEAD_DIFFERENCES,
  KEY_CHANGES,
  LOCK_CAUSES,
  type TillEventType,
} from '../domain/ledger-event/till-event.ts';
import { NOTICE_CODES } from '../domain/notice/notice-code.ts';
import { PERSON_ROLES } from '../domain/roles/roles.ts';
import { TILL_MODES } from '../domain/till/identity.ts';
import { Centavos, Instant } from './charge-view.ts';
import { Via } from './via.ts';

/**
 * The schema of each event's stored body, for programs other than this till. A body of a newer version may have more fields,
 * which are left out. A body without a field, or with a wrong value in it, is refused.
 */

/**
 * The schema of a body: the parts of its type, and how the request came. `via` is absent in what Balcão does by itself, and in
 * events of versions that did not store it.
 */
const body = <S extends z.ZodRawShape>(parts: S) => z.object({ ...parts, via: Via.optional() });

const text = z.string();
/** A text from outside: its digest. Versions before `texts-erased` stored the text itself. */
const outsideText = z.union([text, z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })]);
const attempt = z.int().min(1);
const Sum = z.object({ count: z.int().min(0), total: z.int() });
const nothing = body({});

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
  created: body({
    id: text,
    requestId: text,
    reference: outsideText.nullable(),
    description: outsideText.nullable(),
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
  'attempt-started': body({
    orderRef: text,
    family: z.enum(ORDER_FAMILIES),
    gatewayAt: Instant.optional(),
  }),
  queued: body({ attempt, detail: text }),
  'attempt-lost': body({ attempt, detail: text }),
  opened: body({
    attempt,
    orderId: text,
    family: z.enum(ORDER_FAMILIES),
    brCode: text,
    deadlineAt: Instant,
    mismatch: text.nullable(),
  }),
  refused: body({ attempt, message: text }),
  'orphan-found': body({ attempt, orderId: text, family: z.enum(ORDER_FAMILIES) }),
  'orphan-unlisted': body({ attempt, gatewayAt: Instant }),
  'orphan-absent': body({ attempt, from: Instant.nullable().optional(), until: Instant.optional() }),
  seen: body({
    attempt,
    askedAt: z.int(),
    word: z.enum(REMOTE_WORDS),
    rawWord: text,
    paidAmount: Centavos.nullable(),
    unreadPaidAmount: text.optional(),
    endToEndId: text.nullable(),
  }),
  'given-up': body({ cause: z.enum(GIVEN_UP_BY), reason: outsideText.nullable() }),
  extended: body({ deadlineAt: Instant }),
  'put-on-paper': body({ timeLimitMs: z.int(), deadlineAt: Instant }),
  finalized: nothing,
  forced: body({ outcome: z.enum(['paid', 'not-paid']), reason: outsideText, by: text }),
  'refund-requested': body({
    refundId: text,
    amount: Centavos,
    reason: outsideText.nullable(),
    secondBy: text.optional(),
  }),
  'refund-done': body({ refundId: text }),
  'refund-refused': body({ refundId: text, message: text }),
  'refund-unclear': body({ refundId: text, message: text }),
} as const satisfies Record<ChargeEventType, z.ZodType>;

/** Events that are about no charge. */
export const TILL_EVENT_BODIES = {
  'ledger-identified': body({ tillId: text, storeId: text, mode: z.enum(TILL_MODES) }),
  'gateway-place-learned': body({
    storeId: text.nullable(),
    storeName: text.nullable(),
    tillId: text.nullable(),
    tillName: text.nullable(),
  }),
  'shift-opened': body({ shiftId: text, operatorId: text }),
  'till-locked': body({ shiftId: text, cause: z.enum(LOCK_CAUSES) }),
  'till-unlocked': body({ shiftId: text }),
  'shift-taken-over': body({ shiftId: text, operatorId: text, from: text }),
  'shift-closed': body({
    shiftId: text,
    till: text.optional(),
    zone: text.optional(),
    figures: Figures.optional(),
  }),
  'operator-added': body({
    id: text,
    name: text,
    role: z.enum(PERSON_ROLES),
    pinDigest: text.optional(),
  }),
  'pin-digest-noted': body({ id: text, pinDigest: text }),
  'person-pin-changed': body({
    id: text,
    name: text,
    pinDigest: text,
    recovered: z.boolean().optional(),
  }),
  'person-renamed': body({ id: text, from: text, name: text }),
  'person-role-changed': body({ id: text, name: text, role: z.enum(PERSON_ROLES) }),
  'person-deactivated': body({ id: text, name: text }),
  'pin-unlocked': body({ id: text, name: text }),
  'settings-changed': body({}).catchall(z.unknown()),
  'wallet-chosen': body({ wallet: text, pixDictKey: text.nullable() }),
  'gateway-changed': body({
    change: z.enum(KEY_CHANGES),
    host: text.nullable(),
    clientIdEnd: text.nullable(),
    clientIdHash: text.nullable().optional(),
  }),
  'head-signed': body({ seq: z.int(), hash: text, publicKey: text, signature: text }),
  'ledger-head-differs': body({
    kind: z.enum(HEAD_DIFFERENCES),
    knownSeq: z.int().nullable(),
    knownHash: text.nullable(),
    seq: z.int(),
    hash: text,
  }),
  'notice-signed': body({ code: z.enum(NOTICE_CODES), detail: text }),
  'manager-entered': nothing,
  'manager-left': nothing,
  'ledger-restored': body({
    backup: text.nullable(),
    setAside: text,
    salvaged: z.int(),
    lost: z.int().optional(),
    reason: text.optional(),
  }),
  'closing-printed-again': body({ shiftId: text }),
  'program-added': body({ id: text, name: text }),
  'program-revoked': body({ id: text.nullable(), name: text.nullable() }),
  'texts-erased': body({ chargeId: text }),
  'pin-failed': body({ who: text }),
} as const satisfies Record<TillEventType, z.ZodType>;
