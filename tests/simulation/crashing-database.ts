import Database from 'better-sqlite3';
import { migrate } from '../../main/core/ledger/migrate.ts';

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

/** An empty, migrated ledger in memory. The schema is made once: a copy of its bytes is far quicker. */
export function freshLedger(): Buffer {
  if (template === null) {
    const db = new Database(':memory:');
    migrate(db);
    template = db.serialize();
    db.close();
  }
  return template;
}

/** Opens what a crash left: committed transactions, and nothing of the one under way. */
export function openCrashing(content: Buffer, faults: WriteFaults): Database.Database {
  const db = new Database(content);
  db.pragma('foreign_keys = ON');
  const prepare = db.prepare.bind(db);
  const guarded = (sql: string): Database.Statement => {
    const statement = prepare(sql);
    if (!/^\s*(INSERT|UPDATE|DELETE)/i.test(sql)) return statement;
    const check = (): void => {
      const fate = faults.beforeWrite();
      if (fate === 'crash') throw new Crash();
      if (fate === 'disk-full') throw new DiskFull('database or disk is full');
    };
    const run = statement.run.bind(statement);
    const get = statement.get.bind(statement);
    statement.run = (...values) => {
      check();
      return run(...values);
    };
    statement.get = (...values) => {
      check();
      return get(...values);
    };
    return statement;
  };
  db.prepare = guarded as typeof db.prepare;
  return db;
}
