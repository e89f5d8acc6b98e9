import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Opens the ledger's file for writing. Every pragma is set and read back: this build of SQLite would run WAL with
 * synchronous=NORMAL, and then the last sale may vanish at a power cut. Throws the driver's error.
 */
export function openDatabase(file: string): Database.Database {
  const db = new Database(file);
  try {
    db.pragma('busy_timeout = 5000');
    // No trigger, view or index of a file runs anything that reaches outside it.
    expect(db, 'trusted_schema', 0, 'OFF');
    expect(db, 'journal_mode', file === ':memory:' ? 'memory' : 'wal', 'WAL');
    expect(db, 'synchronous', 2, 'FULL');
    expect(db, 'foreign_keys', 1, 'ON');
    // At this size (pages) a commit folds the write-ahead log back, so that it cannot grow for ever. Quiet moments come first.
    expect(db, 'wal_autocheckpoint', 4000, '4000');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A second connection for reports: it cannot write, and a long read there delays no charge. */
export function openReadOnly(file: string): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  db.pragma('trusted_schema = OFF');
  return db;
}

/** The folder beside a ledger in which its backups are. */
export const BACKUPS = 'backups';

/** True for a file in that folder. */
export function isBackup(file: string): boolean {
  return basename(dirname(file)) === BACKUPS;
}

function expect(db: Database.Database, name: string, value: unknown, setting: string): void {
  db.pragma(`${name} = ${setting}`);
  const got = db.pragma(name, { simple: true });
  if (got !== value) throw new Error(`${name} is ${String(got)} and not ${String(value)}`);
}
