import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { heldError, isHeld } from '../../files/while-held.ts';
import { SIDES } from './backup/sides.ts';

/**
 * Opens the ledger's file for writing. Every pragma is set and read back: this build of SQLite would run WAL with
 * synchronous=NORMAL, and then the last sale may vanish at a power cut. Throws the driver's error, or EBUSY if another program
 * holds the file.
 */
export function openDatabase(file: string): Database.Database {
  const db = connect(file);
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
    throw heldOr(error, file);
  }
}

/** A second connection for reports: it cannot write, and a long read there delays no charge. Throws as `openDatabase` does. */
export function openReadOnly(file: string): Database.Database {
  const db = connect(file, { readonly: true, fileMustExist: true });
  db.pragma('trusted_schema = OFF');
  return db;
}

/** The folder beside a ledger in which its backups are. */
export const BACKUPS = 'backups';

/** True for a file in that folder. */
export function isBackup(file: string): boolean {
  return basename(dirname(file)) === BACKUPS;
}

/** SQLite itself tries again for 1.4 s while another program holds a file (winRetryIoerr in os_win.c). */
function connect(file: string, options?: Database.Options): Database.Database {
  try {
    return new Database(file, options);
  } catch (error) {
    throw heldOr(error, file);
  }
}

/** SQLite has one code for every file that it cannot open. Returns the error of a held file in its place if one is held. */
function heldOr(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('SQLITE_CANTOPEN')) return error;
  const held = SIDES.map((side) => file + side).find(isHeld);
  return held === undefined ? error : heldError(held, error);
}

function expect(db: Database.Database, name: string, value: unknown, setting: string): void {
  db.pragma(`${name} = ${setting}`);
  const got = db.pragma(name, { simple: true });
  if (got !== value) throw new Error(`${name} is ${String(got)} and not ${String(value)}`);
}
