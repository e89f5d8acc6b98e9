import type { Database } from 'better-sqlite3';
import type { ShiftFigures, Sum } from '../../../../shared/domain/closing/tally.ts';
import { STORED_STATUSES, type StoredStatus } from '../../../../shared/domain/charge/stored-status.ts';
import { epochMs, type EpochMs } from '../../../../shared/kernel/time.ts';

/** A closed shift and what it did. Instants in epoch ms, money in centavos. */
export interface Closing {
  readonly shiftId: string;
  readonly eventSeq: number;
  /** Of the row that closed it: it covers every row before, and these figures. */
  readonly eventHash: Buffer;
  readonly till: string;
  readonly operatorId: string;
  readonly closedBy: string;
  readonly zone: string;
  readonly openedAt: EpochMs;
  readonly closedAt: EpochMs;
  readonly figures: ShiftFigures;
}

/** Closings, written once: the tables refuse a change. */
export interface ClosingRepo {
  save(closing: Closing): void;
  byId(shiftId: string): Closing | null;
  /** Those before row `seq` of the ledger, newest first. */
  before(seq: number, limit: number): Closing[];
}

const SUMS = [
  ['charge', 'charges'],
  ['received', 'received'],
  ['refund', 'refunds'],
  ['late', 'late'],
  ['forced', 'forced'],
  ['earlier_received', 'earlierReceived'],
  ['earlier_refund', 'earlierRefunds'],
] as const;

const COLUMNS: readonly string[] = [
  'shift_id',
  'event_seq',
  'event_hash',
  'till',
  'operator_id',
  'closed_by',
  'zone',
  'opened_at_ms',
  'closed_at_ms',
  'first_charge_id',
  'last_charge_id',
  ...SUMS.flatMap(([name]) => [`${name}_count`, `${name}_centavos`]),
];

interface Row extends Readonly<Record<string, unknown>> {
  shift_id: string;
  event_seq: number;
  event_hash: Buffer;
  till: string;
  operator_id: string;
  closed_by: string;
  zone: string;
  opened_at_ms: number;
  closed_at_ms: number;
  first_charge_id: string | null;
  last_charge_id: string | null;
}

interface WalletRow {
  wallet: string;
  received_count: number;
  received_centavos: number;
  refund_count: number;
  refund_centavos: number;
}

export function createClosingRepo(db: Database): ClosingRepo {
  const columns = COLUMNS.join(', ');
  const insert = db.prepare(
    `INSERT INTO closing (${columns}) VALUES (${COLUMNS.map((name) => `@${name}`).join(', ')})`,
  );
  const insertStatus = db.prepare(
    'INSERT INTO closing_status (shift_id, status, charge_count, charge_centavos) VALUES (?, ?, ?, ?)',
  );
  const insertWallet = db.prepare(
    `INSERT INTO closing_wallet (shift_id, wallet, received_count, received_centavos, refund_count, refund_centavos)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const one = db.prepare<[string], Row>(`SELECT ${columns} FROM closing WHERE shift_id = ?`);
  const page = db.prepare<[number, number], Row>(
    `SELECT ${columns} FROM closing WHERE event_seq < ? ORDER BY event_seq DESC LIMIT ?`,
  );
  const statuses = db.prepare<
    [string],
    { status: StoredStatus; charge_count: number; charge_centavos: number }
  >('SELECT status, charge_count, charge_centavos FROM closing_status WHERE shift_id = ?');
  const wallets = db.prepare<[string], WalletRow>(
    `SELECT wallet, received_count, received_centavos, refund_count, refund_centavos
     FROM closing_wallet WHERE shift_id = ?`,
  );

  const load = (row: Row): Closing => ({
    ...decode(row),
    figures: {
      ...sumsOf(row),
      byStatus: statuses
        .all(row.shift_id)
        .map((each) => ({ status: each.status, count: each.charge_count, total: each.charge_centavos }))
        .sort((one, other) => STORED_STATUSES.indexOf(one.status) - STORED_STATUSES.indexOf(other.status)),
      byWallet: wallets.all(row.shift_id).map((each) => ({
        wallet: each.wallet,
        received: { count: each.received_count, total: each.received_centavos },
        refunds: { count: each.refund_count, total: each.refund_centavos },
      })),
      firstChargeId: row.first_charge_id,
      lastChargeId: row.last_charge_id,
    },
  });

  const save = db.transaction((closing: Closing) => {
    const { shiftId, figures } = closing;
    // Lines that stand before their closing refer to nothing yet; the commit looks whether it came.
    db.pragma('defer_foreign_keys = ON');
    for (const { status, count, total } of figures.byStatus) insertStatus.run(shiftId, status, count, total);
    for (const { wallet, received, refunds } of figures.byWallet)
      insertWallet.run(shiftId, wallet, received.count, received.total, refunds.count, refunds.total);
    insert.run(encode(closing));
  });

  return {
    save: (closing) => save(closing),
    byId(shiftId) {
      const row = one.get(shiftId);
      return row === undefined ? null : load(row);
    },
    before: (seq, limit) => page.all(seq, limit).map(load),
  };
}

function encode(closing: Closing): Record<string, unknown> {
  const { figures } = closing;
  return {
    shift_id: closing.shiftId,
    event_seq: closing.eventSeq,
    event_hash: closing.eventHash,
    till: closing.till,
    operator_id: closing.operatorId,
    closed_by: closing.closedBy,
    zone: closing.zone,
    opened_at_ms: closing.openedAt,
    closed_at_ms: closing.closedAt,
    first_charge_id: figures.firstChargeId,
    last_charge_id: figures.lastChargeId,
    ...Object.fromEntries(
      SUMS.flatMap(([name, key]) => [
        [`${name}_count`, figures[key].count],
        [`${name}_centavos`, figures[key].total],
      ]),
    ),
  };
}

function decode(row: Row): Omit<Closing, 'figures'> {
  return {
    shiftId: row.shift_id,
    eventSeq: row.event_seq,
    eventHash: row.event_hash,
    till: row.till,
    operatorId: row.operator_id,
    closedBy: row.closed_by,
    zone: row.zone,
    openedAt: epochMs(row.opened_at_ms),
    closedAt: epochMs(row.closed_at_ms),
  };
}

function sumsOf(row: Row): Record<(typeof SUMS)[number][1], Sum> {
  return Object.fromEntries(
    SUMS.map(([name, key]) => [
      key,
      { count: Number(row[`${name}_count`]), total: Number(row[`${name}_centavos`]) },
    ]),
  ) as Record<(typeof SUMS)[number][1], Sum>;
}

/** Takes every closing away, past the guards of the tables, so that they can be made again. In the caller's transaction. */
export function clearClosings(db: Database): void {
  const guards = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema
       WHERE type = 'trigger' AND tbl_name IN ('closing', 'closing_status', 'closing_wallet')`,
    )
    .all();
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  db.exec('DELETE FROM closing_wallet; DELETE FROM closing_status; DELETE FROM closing;');
  for (const { sql } of guards) db.exec(sql);
}
