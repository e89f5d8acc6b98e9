import { z } from 'zod';
import { SHORTEST_REASON } from '../domain/reason/shortest-reason.ts';
import { PANEL_WORDS } from '../domain/charge/panel-word.ts';
import { Centavos, ChargeId, Instant } from './charge-view.ts';
import { method } from './define.ts';

/** A closing bears the id of the shift that it closed. */
const ClosingId = z.string().min(1).max(40);

/** How many, and how much together. */
const Sum = z.object({ count: z.int(), total: Centavos });

const EdgeCharge = z.object({ id: ChargeId, shortCode: z.string(), at: Instant, amount: Centavos });

/**
 * What a shift did (`fechamento`). It tells what happened after the closing before and up to this one, so that each
 * centavo of the ledger stands in exactly one closing: a payment that came between two shifts belongs to the later one.
 */
export const ClosingView = z.object({
  id: ClosingId,
  till: z.string(),
  /** Whose shift it was, by name, and who closed it. */
  operator: z.string(),
  closedBy: z.string(),
  openedAt: Instant,
  closedAt: Instant,
  zone: z.string(),
  /** The business days that the shift touches, oldest first: two when it crosses midnight. */
  days: z.array(z.string()),
  /** The charges that were made, by how they stood at the closing; only words that there are charges for. */
  byStatus: z.array(z.object({ status: z.enum(PANEL_WORDS), count: z.int(), total: Centavos })),
  /** What came in and what went back, by wallet. */
  byWallet: z.array(z.object({ wallet: z.string(), walletName: z.string(), received: Sum, refunded: Sum })),
  /** Charges made, whatever became of them. */
  charges: Sum,
  received: Sum,
  refunds: Sum,
  /** Received less refunded: below zero when more went back than came in. */
  net: z.int(),
  /** Of `received`: what came after it was given up. */
  late: Sum,
  /** Of `received` and `refunds`: what belongs to charges of earlier shifts. */
  earlier: z.object({ received: Sum, refunded: Sum }),
  /** Settled without proof in this shift. */
  forced: Sum,
  firstCharge: EdgeCharge.nullable(),
  lastCharge: EdgeCharge.nullable(),
  /** The ledger's head after the closing was written: the row's number and its SHA-256, hexadecimal. */
  head: z.object({ seq: z.int(), hash: z.string() }),
});
export type ClosingView = z.infer<typeof ClosingView>;

/** What stands in the diary; each is the type of an event of the ledger. */
export const DIARY_KINDS = [
  'pin-failed',
  'shift-opened',
  'shift-closed',
  'operator-added',
  'settings-changed',
  'gateway-changed',
  'manager-entered',
  'manager-left',
  'forced',
  'refund-requested',
  'refund-done',
  'refund-refused',
  'refund-unclear',
  'ledger-restored',
  'closing-printed-again',
] as const;
export type DiaryKind = (typeof DIARY_KINDS)[number];

const DiaryEntry = z.object({
  seq: z.int(),
  at: Instant,
  kind: z.enum(DIARY_KINDS),
  /** Who did it: an operator's id, or the machine; and the name as it stands now. */
  actor: z.string(),
  actorName: z.string(),
  chargeId: ChargeId.nullable(),
  shortCode: z.string().nullable(),
  /** Of the refund, or of the charge that was settled without proof. */
  amount: Centavos.nullable(),
  /** The event's own words and figures; what each key means depends on `kind`. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type DiaryEntry = z.infer<typeof DiaryEntry>;

const BackupView = z.object({
  /** The file's name, as `backup/restore` takes it. */
  name: z.string(),
  madeAt: Instant,
  bytes: z.int(),
  /** Events inside, and events of the present ledger that came after. */
  events: z.int(),
  behind: z.int(),
  /** Opened after it was written, its pages and its hash chain read to the end. */
  verified: z.boolean(),
});
export type BackupView = z.infer<typeof BackupView>;

/** Closings, the diary and backups. Only while a manager is at work: otherwise `manager-needed`. */
export const closing = {
  /** Newest first. `cursor` is what the page before gave as `nextCursor`; null for the first page. */
  'closing/list': method({
    input: z.strictObject({ cursor: z.int().min(1).nullable(), limit: z.int().min(1).max(100) }),
    output: z.object({ items: z.array(ClosingView), nextCursor: z.int().nullable() }),
    errors: [],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
    where: ['till', 'hub'],
  }),
  'closing/get': method({
    input: z.strictObject({ id: ClosingId }),
    output: ClosingView,
    errors: ['not-found'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
    where: ['till', 'hub'],
  }),
  /** Marked 2ª VIA if an earlier one may be on paper. If one waits in the queue, no other is added. `no-printer`: none is set up. */
  'closing/print-again': method({
    input: z.strictObject({ id: ClosingId }),
    output: z.object({ id: ClosingId }),
    errors: ['not-found', 'no-printer', 'storage-failed'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
  /** Newest first. `cursor` is what the page before gave as `nextCursor`; null for the first page. */
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
  /** Those with the most events first. */
  'backup/list': method({
    input: z.strictObject({}),
    output: z.object({ items: z.array(BackupView) }),
    errors: ['storage-failed'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
  'backup/now': method({
    input: z.strictObject({}),
    output: BackupView,
    errors: ['storage-failed'],
    needs: { manager: 'read-reports' },
    roles: ['manager'],
  }),
  /**
   * Makes the ledger anew from a backup and from every later event that the present file or a later backup still proves;
   * the present file is set aside, never deleted. `would-lose` carries `events`, `firstSeq` and `lastSeq` of what would be
   * lost: it is allowed only where the present file is damaged, and then `lost` of the answer says how many were.
   * `ledger-in-use`: a report or another program reads the present file.
   */
  'backup/restore': method({
    input: z.strictObject({
      name: z.string().max(120),
      pin: z.string().regex(/^\d{4,12}$/),
      reason: z.string().trim().min(SHORTEST_REASON).max(200),
    }),
    output: z.object({ setAside: z.string(), salvaged: z.int(), lost: z.int() }),
    errors: ['not-found', 'backup-unusable', 'would-lose', 'ledger-in-use', 'storage-failed'],
    needs: { manager: 'read-reports', pin: 'restore-backup' },
    roles: ['manager'],
  }),
} as const;
