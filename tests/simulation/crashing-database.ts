import Database from 'better-sqlite3';
import { createEventLog } from '../../main/core/ledger/event-log.ts';
import { identify } from '../../main/core/ledger/identity.ts';
import { birthAt } from '../support/till/birth.ts';
import { migrate } from '../../main/core/ledger/migrate.ts';
import { rebuildProjections } from '../../main/core/ledger/projections/rebuild.ts';

/** The process died here. Nothing after it happened. */
export class Crash extends Error {}

class DiskFull extends Error {
  readonly code = 'SQLITE_FULL';
}

/** Decides, before each write, whether the process dies or the disk has no room. */
export interface WriteFaults {
  beforeWrite(): 'go' | 'crash' | 'disk-full';
}

let template: Buffer | null = null;

/** A new ledger in memory, which says of which till it is. The schema is made once: a copy of its bytes is far quicker. */
function freshLedger(): Buffer {
  if (template === null) {
    const db = new Database(':memory:');
    migrate(db);
    identify(db, birthAt(Date.UTC(2026, 0, 1)));
    dropWhatReportsRead(db);
    template = db.serialize();
    db.close();
  }
  return template;
}

/**
 * Indexes and sums that only lists and reports read make each write of a charge four times as slow, and a story reads none
 * of them. On files (`--files`) the ledger is whole, and must tell the same stories.
 */
function dropWhatReportsRead(db: Database.Database): void {
  const names = db
    .prepare<[], { type: string; name: string }>(
      `SELECT type, name FROM sqlite_schema WHERE sql IS NOT NULL AND (name LIKE 'report_count_%' OR name IN (
         'charge_day', 'charge_reference', 'charge_amount', 'charge_reference_key', 'charge_reference_tail',
         'charge_payment_tail', 'charge_code_tail', 'charge_forced', 'charge_short_code'))`,
    )
    .all();
  for (const { type, name } of names) db.exec(`DROP ${type} ${name}`);
}

/** A disk that outlives the processes which open it: what they committed stays, what was under way is gone. */
export interface Disk {
  /** Opens it for one more process. A process that died may still hold its handle, and no write of it goes through. */
  open(faults: WriteFaults): Database.Database;
  /** Keeps the ledger as it is now. */
  backUp(): void;
  /** Puts the last backup in place, and every later event after it. False when there is none. No process has it open. */
  restore(): boolean;
  close(): void;
}

/**
 * One connection for all the lives of a till: a dead process leaves no transaction open here, since every transaction is
 * one synchronous call and a crash in it throws.
 */
export function createDisk(): Disk {
  const connection = resting.pop() ?? connect();
  const { db, prepareOnce } = connection;
  let backup: { readonly seq: number; readonly jobs: readonly unknown[][] } | null = null;
  db.exec('BEGIN');
  return {
    open: (faults) => withFaults(db, prepareOnce, faults),
    backUp() {
      const jobs = db.prepare('SELECT * FROM outbox_job').raw().all() as unknown[][];
      backup = { seq: createEventLog(db).head().seq, jobs };
    },
    restore() {
      if (backup === null) return false;
      // What a restore of the product does: the outbox as it was saved, everything else from the events (restore.ts).
      db.exec('DELETE FROM outbox_job');
      const width = backup.jobs[0]?.length ?? 0;
      const put = `INSERT INTO outbox_job VALUES (${Array.from({ length: width }, () => '?').join(', ')})`;
      for (const row of backup.jobs) prepareOnce(put).run(...row);
      rebuildProjections(db, backup.seq);
      return true;
    },
    close() {
      db.exec('ROLLBACK');
      resting.push(connection);
    },
  };
}

interface Connection {
  readonly db: Database.Database;
  readonly prepareOnce: (sql: string) => Database.Statement;
}

/**
 * Connections of worlds that ended. A world is one transaction, taken back at its end (the till's own are savepoints in
 * it), so that the next finds an empty ledger and every statement prepared.
 */
const resting: Connection[] = [];

function connect(): Connection {
  const db = new Database(freshLedger());
  db.pragma('foreign_keys = ON');
  const prepared = new Map<string, Database.Statement>();
  return {
    db,
    prepareOnce(sql) {
      const known = prepared.get(sql) ?? db.prepare(sql);
      prepared.set(sql, known);
      return known;
    },
  };
}

/** The database as one life of a process has it: each write asks first whether it comes to pass. */
export function withFaults(
  db: Database.Database,
  prepareReal: (sql: string) => Database.Statement,
  faults: WriteFaults,
): Database.Database {
  const check = (): void => {
    const fate = faults.beforeWrite();
    if (fate === 'crash') throw new Crash();
    if (fate === 'disk-full') throw new DiskFull('database or disk is full');
  };
  const prepare = (sql: string): Database.Statement => {
    const statement = prepareReal(sql);
    return WRITES.test(sql) ? guard(statement, check) : statement;
  };
  // A world's own transaction is none that its till knows of.
  let depth = 0;
  const transaction = (work: (...values: unknown[]) => unknown): Database.Transaction =>
    db.transaction((...values: unknown[]) => {
      depth += 1;
      try {
        return work(...values);
      } finally {
        depth -= 1;
      }
    });
  // Backups and looks at the whole file have tests of their own: a world in virtual time has no threads.
  return Object.create(db, {
    prepare: { value: prepare },
    transaction: { value: transaction },
    inTransaction: { get: () => depth > 0 },
    memory: { value: true },
  }) as Database.Database;
}

const WRITES = /^\s*(INSERT|UPDATE|DELETE)/i;

/** The statement for one life: it asks before each write. These three ways are all that the core writes by. */
function guard(statement: Database.Statement, check: () => void): Database.Statement {
  const ways: Pick<Database.Statement, 'run' | 'get' | 'all'> = {
    run(...values) {
      check();
      return statement.run(...values);
    },
    get(...values) {
      check();
      return statement.get(...values);
    },
    all(...values) {
      check();
      return statement.all(...values);
    },
  };
  return ways as Database.Statement;
}
