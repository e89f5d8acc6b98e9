import type { Database } from 'better-sqlite3';
import { epochMs, type EpochMs } from '../../../shared/kernel/time.ts';
import { URGENCY, type Job, type JobKind } from './job.ts';

/** A job to write. It is due after `delayMs`. */
export interface NewJob {
  readonly kind: JobKind;
  readonly chargeId: string;
  readonly attempt: number;
  readonly delayMs: number;
}

/** The rows of the outbox. Every method may be called inside the caller's transaction. */
export interface JobStore {
  /** Writes a job. If one of the same kind, charge and attempt exists, starts it again from its first try. */
  put(job: NewJob, now: EpochMs): Job;
  /** Deletes a job that is no longer needed. */
  drop(kind: JobKind, chargeId: string, attempt: number): void;
  /** Marks that a try has begun, and counts it. */
  lease(id: number): void;
  /**
   * Makes a job due again after `delayMs`. Without an `error` the count of tries begins again at 0. With an `error` the failed
   * try is counted once: by its lease, or here if it had no lease.
   */
  reschedule(id: number, delayMs: number, error: string | null, now: EpochMs, step?: number): Job | null;
  /** Marks a job as dead: it does not run again. */
  bury(id: number, reason: string): void;
  /** Deletes a job that is done. */
  finish(id: number): void;
  get(id: number): Job | null;
  /** Returns every job that is not dead, also those that a crash left leased. */
  living(): Job[];
  /** Returns all jobs of a charge, oldest first, dead ones included. */
  of(chargeId: string): Job[];
  /** Returns the job that reads the payable order of a charge, or null. */
  lookUpOf(chargeId: string): Job | null;
  /**
   * Returns how many jobs wait for the gateway, and since when. Look-ups, watches and time limits are not counted: they run
   * for minutes or a day by design and are not a backlog.
   */
  backlog(): { depth: number; oldestAt: EpochMs | null };
}

interface Row {
  id: number;
  kind: string;
  charge_id: string;
  attempt_no: number;
  state: string;
  tries: number;
  step: number;
  next_at_ms: number;
  delay_ms: number;
  created_at_ms: number;
  last_error: string | null;
}

const COLUMNS =
  'id, kind, charge_id, attempt_no, state, tries, step, next_at_ms, delay_ms, created_at_ms, last_error';

/** Prepares the statements of the outbox table. Each method throws a SQLite error if the disk takes nothing. */
export function createJobStore(db: Database): JobStore {
  const put = db.prepare<[string, string, number, number, number, number], Row>(
    `INSERT INTO outbox_job (kind, charge_id, attempt_no, state, next_at_ms, delay_ms, created_at_ms)
     VALUES (?, ?, ?, 'waiting', ?, ?, ?)
     ON CONFLICT (kind, charge_id, attempt_no)
       DO UPDATE SET state = 'waiting', tries = 0, step = 0, next_at_ms = excluded.next_at_ms, delay_ms = excluded.delay_ms, last_error = NULL
     RETURNING ${COLUMNS}`,
  );
  const drop = db.prepare('DELETE FROM outbox_job WHERE kind = ? AND charge_id = ? AND attempt_no = ?');
  const lease = db.prepare(`UPDATE outbox_job SET state = 'leased', tries = tries + 1 WHERE id = ?`);
  const again = db.prepare<
    [{ next: number; delay: number; error: string | null; step: number | null; id: number }],
    Row
  >(
    `UPDATE outbox_job SET state = 'waiting', next_at_ms = @next, delay_ms = @delay, last_error = @error,
       tries = CASE WHEN @error IS NULL THEN 0 WHEN state = 'leased' THEN tries ELSE tries + 1 END, step = coalesce(@step, step) WHERE id = @id RETURNING ${COLUMNS}`,
  );
  const bury = db.prepare(`UPDATE outbox_job SET state = 'dead', last_error = ? WHERE id = ?`);
  const finish = db.prepare('DELETE FROM outbox_job WHERE id = ?');
  const get = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM outbox_job WHERE id = ?`);
  const living = db.prepare<[], Row>(
    `SELECT ${COLUMNS} FROM outbox_job WHERE state <> 'dead' ORDER BY next_at_ms`,
  );
  // Names every kind, so that SQLite uses the index of (kind, charge, attempt): a till watches hundreds of charges.
  const kinds = URGENCY.map((kind) => `'${kind}'`).join(', ');
  const of = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM outbox_job WHERE kind IN (${kinds}) AND charge_id = ?`,
  );
  const lookUp = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM outbox_job WHERE kind = 'look-up' AND charge_id = ?`,
  );
  const backlog = db.prepare<[], { depth: number; oldest: number | null }>(
    `SELECT count(*) AS depth, min(created_at_ms) AS oldest FROM outbox_job
     WHERE kind NOT IN ('watch', 'time-limit', 'look-up') AND state <> 'dead'`,
  );
  return {
    put({ kind, chargeId, attempt, delayMs }, now) {
      const row = put.get(kind, chargeId, attempt, now + delayMs, delayMs, now);
      if (row === undefined) throw new Error('an upsert returned no row');
      return decode(row);
    },
    drop: (kind, chargeId, attempt) => void drop.run(kind, chargeId, attempt),
    lease: (id) => void lease.run(id),
    reschedule(id, delayMs, error, now, step) {
      const row = again.get({ next: now + delayMs, delay: delayMs, error, step: step ?? null, id });
      return row === undefined ? null : decode(row);
    },
    bury: (id, reason) => void bury.run(reason, id),
    finish: (id) => void finish.run(id),
    get(id) {
      const row = get.get(id);
      return row === undefined ? null : decode(row);
    },
    living: () => living.all().map(decode),
    // Sorted here, because SQLite would sort in a temporary table.
    of: (chargeId) =>
      of
        .all(chargeId)
        .map(decode)
        .sort((a, b) => a.id - b.id),
    lookUpOf(chargeId) {
      const row = lookUp.get(chargeId);
      return row === undefined ? null : decode(row);
    },
    backlog() {
      const row = backlog.get();
      return { depth: row?.depth ?? 0, oldestAt: row?.oldest == null ? null : epochMs(row.oldest) };
    },
  };
}

function decode(row: Row): Job {
  return {
    id: row.id,
    kind: row.kind as JobKind,
    chargeId: row.charge_id,
    attempt: row.attempt_no,
    tries: row.tries,
    step: row.step,
    nextAt: epochMs(row.next_at_ms),
    delayMs: row.delay_ms,
    createdAt: epochMs(row.created_at_ms),
    state: row.state as Job['state'],
    lastError: row.last_error,
  };
}
