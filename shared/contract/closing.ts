import { z } from 'zod';
import { SHORTEST_REASON } from '../domain/reason/shortest-reason.ts';
import { Centavos, ChargeId, Instant } from './charge-view.ts';
import { method } from './define.ts';
import { Panel } from './payments.ts';
import { ManagerId, Pin } from './pin.ts';
import { Via } from './via.ts';
import { plainText } from './plain-text.ts';

/** The id of a closing is the id of its shift. */
const ClosingId = z.string().min(1).max(40);

/** How many, and how much in total, in centavos. */
const Sum = z.object({ count: z.int(), total: Centavos });

const EdgeCharge = z.object({ id: ChargeId, shortCode: z.string(), at: Instant, amount: Centavos });

/**
 * The sheet of a closed shift (`fechamento`). It contains what happened after the closing before it and up to this one, so each
 * centavo of the ledger is in exactly one closing. A payment between two shifts belongs to the later one.
 */
export const ClosingView = z.object({
  id: ClosingId,
  till: z.string(),
  /** The name of the shift's operator, and the name of the person who closed it. */
  operator: z.string(),
  closedBy: z.string(),
  openedAt: Instant,
  closedAt: Instant,
  zone: z.string(),
  /** The business days of the shift, oldest first: two if it crosses midnight. */
  days: z.array(z.string()),
  /** The charges that were created, by their status at the closing, in the order of the sheet. Only statuses with charges. */
  byStatus: z.array(z.object({ status: Panel, count: z.int(), total: Centavos })),
  /** Payments and refunds by wallet. */
  byWallet: z.array(z.object({ wallet: z.string(), walletName: z.string(), received: Sum, refunded: Sum })),
  /** All charges that were created, paid or not. */
  charges: Sum,
  received: Sum,
  refunds: Sum,
  /** Received less refunded, in centavos. Below zero if more was refunded than received. */
  net: z.int(),
  /** The part of `received` that are late payments. */
  late: Sum,
  /** The part of `received` and `refunds` that belongs to charges of earlier shifts. */
  earlier: z.object({ received: Sum, refunded: Sum }),
  /** Charges that were settled without proof in this shift. */
  forced: Sum,
  firstCharge: EdgeCharge.nullable(),
  lastCharge: EdgeCharge.nullable(),
  /** The ledger's head after the closing was written: the number of the row and its SHA-256, hexadecimal. */
  head: z.object({ seq: z.int(), hash: z.string() }),
});
export type ClosingView = z.infer<typeof ClosingView>;

/** The kinds of entries in the diary. Each is the type of an event of the ledger. */
export const DIARY_KINDS = [
  'pin-failed',
  'shift-opened',
  'till-locked',
  'till-unlocked',
  'shift-taken-over',
  'shift-closed',
  'operator-added',
  'person-pin-changed',
  'person-renamed',
  'person-role-changed',
  'person-deactivated',
  'pin-unlocked',
  'settings-changed',
  'gateway-changed',
  'program-added',
  'program-revoked',
  'manager-entered',
  'manager-left',
  'forced',
  'refund-requested',
  'refund-done',
  'refund-refused',
  'refund-unclear',
  'texts-erased',
  'ledger-restored',
  'closing-printed-again',
  'notice-signed',
  'ledger-head-differs',
] as const;
export type DiaryKind = (typeof DIARY_KINDS)[number];

const DiaryEntry = z.object({
  seq: z.int(),
  at: Instant,
  kind: z.enum(DIARY_KINDS),
  /** The actor: an operator's id or a word of `ACTORS`. `actorName` is the present name. */
  actor: z.string(),
  actorName: z.string(),
  /** Null for what Balcão did by itself, and for entries of versions that did not store it. */
  via: Via.nullable(),
  chargeId: ChargeId.nullable(),
  shortCode: z.string().nullable(),
  /** The amount of the refund, or of the charge that was settled without proof. */
  amount: Centavos.nullable(),
  /** Texts and figures of the event. The meaning of each key depends on `kind`. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type DiaryEntry = z.infer<typeof DiaryEntry>;

const BackupView = z.object({
  /** The file's name, which `backup/restore` takes. */
  name: z.string(),
  madeAt: Instant,
  bytes: z.int(),
  /** The number of events in the backup, and of later events in the present ledger. */
  events: z.int(),
  behind: z.int(),
  /** True if the backup was opened after it was written, and its pages and its hash chain were read to the end. */
  verified: z.boolean(),
});
export type BackupView = z.infer<typeof BackupView>;

/** Closings, the diary and backups, for a manager at the manager's screens. */
export const closing = {
  /** Returns a page of closings, newest first. `cursor` is `nextCursor` of the page before, or null for the first page. */
  'closing/list': method({
    input: z.strictObject({ cursor: z.int().min(1).nullable(), limit: z.int().min(1).max(100) }),
    output: z.object({ items: z.array(ClosingView), nextCursor: z.int().nullable() }),
    errors: [],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
    where: ['till', 'hub'],
  }),
  /** Returns a closing by its id. */
  'closing/get': method({
    input: z.strictObject({ id: ClosingId }),
    output: ClosingView,
    errors: ['not-found'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
    where: ['till', 'hub'],
  }),
  /**
   * Queues the slip of a closing again, marked 2ª VIA if an earlier one may be on paper. If one waits in the queue, adds none.
   * `no-printer`: no printer is set up.
   */
  'closing/print-again': method({
    input: z.strictObject({ id: ClosingId }),
    output: z.object({ id: ClosingId }),
    errors: ['not-found', 'no-printer', 'storage-failed'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
  /** Returns a page of the diary, newest first. `cursor` is `nextCursor` of the page before, or null for the first page. */
  'diary/list': method({
    input: z.strictObject({
      cursor: z.int().min(1).nullable(),
      limit: z.int().min(1).max(200),
      kinds: z.array(z.enum(DIARY_KINDS)).max(DIARY_KINDS.length).optional(),
    }),
    output: z.object({ items: z.array(DiaryEntry), nextCursor: z.int().nullable() }),
    errors: [],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
    where: ['till', 'hub'],
  }),
  /** Returns the backups, those with the most events first. */
  'backup/list': method({
    input: z.strictObject({}),
    output: z.object({ items: z.array(BackupView) }),
    errors: ['storage-failed'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
  /** Makes a backup now. */
  'backup/now': method({
    input: z.strictObject({}),
    output: BackupView,
    errors: ['storage-failed'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
  /**
   * Replaces the ledger by a backup and every later event that the present file or a later backup proves. Sets the present file
   * aside and never deletes it. `would-lose` carries `events`, `firstSeq` and `lastSeq` of the events that would be lost. Events
   * may be lost only if the present file is damaged. Then `lost` of the reply is their number. `ledger-in-use`: a report or
   * another program reads the present file.
   */
  'backup/restore': method({
    input: z.strictObject({
      name: z.string().max(120),
      pin: Pin,
      managerId: ManagerId,
      reason: plainText(200).trim().min(SHORTEST_REASON),
    }),
    output: z.object({ setAside: z.string(), salvaged: z.int(), lost: z.int() }),
    errors: ['not-found', 'backup-unusable', 'other-mode', 'would-lose', 'ledger-in-use', 'storage-failed'],
    needs: { manager: 'read-reports', pin: 'restore-backup' },
    roles: ['manager'],
  }),
} as const;
