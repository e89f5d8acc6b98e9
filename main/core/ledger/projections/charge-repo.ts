import type { Database } from 'better-sqlite3';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { waitsForOperator } from '../../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import {
  ATTEMPT_COLUMNS,
  CHARGE_COLUMNS,
  CHARGE_CONSTANTS,
  decodeCharge,
  encodeAttempt,
  encodeCharge,
  type AttemptRow,
  type ChargeRow,
} from './charge-row.ts';

/**
 * The projection of charges: always equal to the fold of the ledger's events. It keeps charges in memory, so another
 * connection must not write them; a reader beside the till makes a repository for each question.
 */
export interface ChargeRepo {
  save(charge: Charge): void;
  /** Keeps a charge in memory. Called once the transaction that saved it has ended. */
  remember(charge: Charge): void;
  /** Removes the texts of a charge that came from outside. */
  forgetTexts(id: string): void;
  byId(id: string): Charge | null;
  byRequestId(requestId: string): Charge | null;
  /** The latest charge whose id ends in these six characters, which its short code is made of. */
  byTail(tail: string): Charge | null;
  byOrderRef(orderRef: string): Charge | null;
  /** Returns the charge that waits for its operator. The ledger is of one till, so there is at most one. */
  waiting(): Charge | null;
  /** Every charge that is not settled, has a refund under way, or has an order that is not certainly closed. Oldest first. */
  unresolved(): Charge[];
  /**
   * Every charge of which a fact about money is open: an unclear refund, one that the gateway began by itself, a payment
   * whose amount is not known. Also finalized charges, and those settled without proof. Oldest first.
   */
  withOpenFacts(): Charge[];
  /** Charges of a business day, newest first. */
  ofDay(day: string, limit: number): Charge[];
  dayTotals(day: string): { count: number; netCentavos: number };
  /** The charge that was made last. */
  newest(): Charge | null;
}

/** How many charges are kept in memory, those that were written or loaded last. A till reads the same few with each view. */
const REMEMBERED = 256;

export function createChargeRepo(db: Database): ChargeRepo {
  // Holds durable charges only, so that a rolled back transaction leaves nothing here.
  const known = new Map<string, Charge>();
  const columns = CHARGE_COLUMNS.join(', ');
  const changing = [...CHARGE_COLUMNS.filter((name) => !CHARGE_CONSTANTS.has(name)), 'waits', 'settled'];
  const save = db.prepare(
    `INSERT INTO charge (${columns}, waits, settled) VALUES (${CHARGE_COLUMNS.map((name) => `@${name}`).join(', ')}, @waits, @settled)
     ON CONFLICT (id) DO UPDATE SET ${changing.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
  const saveAttempt = db.prepare(
    `INSERT INTO attempt (${ATTEMPT_COLUMNS.join(', ')}) VALUES (${ATTEMPT_COLUMNS.map((name) => `@${name}`).join(', ')})
     ON CONFLICT (charge_id, no) DO UPDATE SET status = excluded.status, order_id = excluded.order_id, family = excluded.family,
       sought_at_ms = excluded.sought_at_ms, paid_centavos = excluded.paid_centavos, refunded_centavos = excluded.refunded_centavos`,
  );
  const forgetTexts = db.prepare(
    `UPDATE charge SET reference = NULL, description = NULL,
       forced_reason = CASE WHEN forced_reason IS NULL THEN NULL ELSE '' END WHERE id = ?`,
  );
  const attempts = db.prepare<[string], AttemptRow>(
    `SELECT ${ATTEMPT_COLUMNS.join(', ')} FROM attempt WHERE charge_id = ?`,
  );
  // Sorted here, since ORDER BY makes this statement several times slower. Most charges have one row.
  const attemptsOf = (id: string): AttemptRow[] => attempts.all(id).sort((a, b) => a.no - b.no);
  const select = (where: string) =>
    db.prepare<unknown[], ChargeRow>(`SELECT ${columns} FROM charge WHERE ${where}`);
  const ids = (where: string) =>
    db.prepare<unknown[], { id: string }>(`SELECT id FROM charge WHERE ${where}`);
  const row = select('id = ?');
  const byRequestId = select('request_id = ?');
  const byOrderRef = ids('id = (SELECT charge_id FROM attempt WHERE order_ref = ?)');
  const byTail = select('substr(id, 21) = ? ORDER BY id DESC LIMIT 1');
  const waiting = ids('waits = 1');
  // UNION would sort its parts, and read every charge of the ledger to do so.
  const unresolved = ids(
    `id IN (SELECT id FROM charge WHERE settled = 0
       UNION ALL SELECT id FROM charge WHERE status = 'refund_pending'
       UNION ALL SELECT charge_id FROM attempt WHERE status IN ('sent', 'lost', 'open')) ORDER BY created_at_ms`,
  );
  // Not part of `unresolved`, which is read for each view. The terms are those of the index attempt_open_fact.
  const withOpenFacts = ids(
    `id IN (SELECT charge_id FROM attempt WHERE status IN ('unclear', 'returning')
       OR (status = 'paid' AND paid_centavos IS NULL)) ORDER BY created_at_ms`,
  );
  const ofDay = select('business_day = ? ORDER BY id DESC LIMIT ?');
  const newest = ids('1 = 1 ORDER BY id DESC LIMIT 1');
  const totals = db.prepare<[string], { count: number; net: number }>(
    `SELECT count(*) AS count, coalesce(sum(coalesce(paid_centavos, 0) - refunded_centavos), 0) AS net
     FROM charge WHERE business_day = ? AND paid_centavos IS NOT NULL`,
  );
  const load = (row: ChargeRow | undefined): Charge | null =>
    row === undefined ? null : decodeCharge(row, attemptsOf(row.id));
  const loadAll = (rows: ChargeRow[]): Charge[] => rows.map((row) => decodeCharge(row, attemptsOf(row.id)));

  const remember = (charge: Charge): void => {
    known.delete(charge.id);
    known.set(charge.id, charge);
    if (known.size > REMEMBERED) known.delete(known.keys().next().value ?? '');
  };
  const byId = (id: string): Charge | null => {
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered;
    const charge = load(row.get(id));
    if (charge !== null && !db.inTransaction) remember(charge);
    return charge;
  };
  const named = (found: { readonly id: string } | undefined): Charge | null =>
    found === undefined ? null : byId(found.id);

  return {
    remember,
    save(charge) {
      known.delete(charge.id);
      save.run({
        ...encodeCharge(charge),
        waits: waitsForOperator(charge) ? 1 : 0,
        settled: isSettled(charge) ? 1 : 0,
      });
      for (const attempt of charge.attempts) saveAttempt.run(encodeAttempt(charge.id, attempt));
    },
    forgetTexts(id) {
      known.delete(id);
      forgetTexts.run(id);
    },
    byId,
    byRequestId: (requestId) => load(byRequestId.get(requestId)),
    byTail: (tail) => load(byTail.get(tail)),
    byOrderRef: (orderRef) => named(byOrderRef.get(orderRef)),
    waiting: () => named(waiting.get()),
    unresolved: () => unresolved.all().flatMap((found) => named(found) ?? []),
    withOpenFacts: () => withOpenFacts.all().flatMap((found) => named(found) ?? []),
    ofDay: (day, limit) => loadAll(ofDay.all(day, limit)),
    dayTotals(day) {
      const row = totals.get(day);
      return { count: row?.count ?? 0, netCentavos: row?.net ?? 0 };
    },
    newest: () => named(newest.get()),
  };
}
