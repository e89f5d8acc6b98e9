import { closeSync, existsSync, mkdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { TillIdentity } from '../../../shared/domain/till/identity.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { NoticeCode } from '../../../shared/domain/notice/notice-code.ts';
import { openFile } from '../../files/file-operations.ts';
import { backupNow, newestBackups, stampOf, UNREAD } from './backup/backups.ts';
import { identify, isIdentified, readIdentity, readLedgerId, type Birth } from './identity.ts';
import { migrateCharges } from './projections/fold-again.ts';
import { clearSuspicion, findDamage, findRecentDamage, isSuspect } from './upkeep/integrity.ts';
import { needsMigration, newestVersion, schemaVersion } from './migrate.ts';
import { openDatabase, openReadOnly } from './open-database.ts';
import { lastRowOf } from './backup/proven.ts';
import { withoutLog } from './backup/without-log.ts';
import { findOddSchema } from './verify/verify-schema.ts';
import { isLost, restore, sizeOf, type Restored } from './backup/restore.ts';
import { storageErrorCode, type StorageErrorCode } from './storage-error.ts';

/** An open ledger file, checked and of the newest schema, and the notices for the cashier of how it was opened. */
export interface OpenedFile {
  readonly db: Database;
  readonly path: string;
  readonly folder: string;
  readonly identity: TillIdentity;
  /** The hash of the first row, hexadecimal. */
  readonly ledgerId: string;
  readonly notices: readonly { readonly code: NoticeCode; readonly detail: string }[];
  /** For the log: how the ledger was restored, if it was. */
  readonly restored?: Restored;
}

/** Rows of the chain that are checked before the till opens. A thread checks the whole file later. */
const TAIL = 500;

/** Length of a database's header, and the offset of `user_version` in it. */
const HEADER = 100;
const USER_VERSION = 60;

/**
 * Opens the ledger in `folder`. A damaged file is set aside, the newest backup that opens is restored with every later row that
 * can be read, and a notice says so. A ledger without an
 * identity gets one. Refuses a ledger of another mode with `other-mode` and leaves it as it is. If the birth names a ledger,
 * refuses an empty folder and every other ledger with `ledger-gone`, and also a damaged ledger of which nothing can be restored.
 */
export function openLedgerFile(folder: string, birth: Birth): Result<OpenedFile, StorageErrorCode> {
  const path = join(folder, 'ledger.db');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const opened = openChecked(path, folder, birth);
    if (opened.ok || opened.error !== 'damaged') return opened;
    const restored = restore(path, newestBackups(folder), birth);
    if (!restored.ok) return restored;
    clearSuspicion(folder);
    const again = openChecked(path, folder, birth);
    if (!again.ok) return again;
    const { backup, day } = restored.value;
    const code = backup === null ? 'ledger-started-anew' : 'ledger-restored';
    return ok({ ...again.value, notices: [{ code, detail: day ?? '' }], restored: restored.value });
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return err(code);
  }
}

function openChecked(path: string, folder: string, birth: Birth): Result<OpenedFile, StorageErrorCode> {
  let db: Database | null = null;
  const refuse = (code: StorageErrorCode): Result<never, StorageErrorCode> => {
    db?.close();
    return err(code);
  };
  try {
    if (isLost(path, newestBackups(folder))) return err('damaged');
    if (birth.ledgerId !== undefined && sizeOf(path) === 0) return err('ledger-gone');
    if (isFromTheFuture(path)) return err('from-the-future');
    if (hasOddLog(path)) return err('damaged');
    db = openDatabase(path);
    if (isHeadless(db)) return refuse('damaged');
    const known = readIdentity(db);
    if (known !== null && known.mode !== birth.mode) return refuse('other-mode');
    if (birth.ledgerId !== undefined && readLedgerId(db) !== birth.ledgerId) return refuse('ledger-gone');
    if (schemaVersion(db) > 0 && findOddSchema(db) !== null) return refuse('damaged');
    if (needsMigration(db)) backupNow(db, folder, stampOf(birth.now), UNREAD);
    const identity = bringUpToDate(db, birth);
    if (!identity.ok) return refuse(identity.error);
    const suspect = isSuspect(folder);
    if ((suspect ? findDamage(db) : findRecentDamage(db, TAIL)) !== null) return refuse('damaged');
    if (suspect) clearSuspicion(folder);
    const ledgerId = readLedgerId(db) ?? '';
    return ok({ db, path, folder, identity: identity.value, ledgerId, notices: [] });
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) {
      db?.close();
      throw error;
    }
    return refuse(code);
  }
}

/**
 * True if the file with the write-ahead log beside it does not fit together. Reads only: the end of a connection that can write
 * would fold the log into the file, and newer rows of the file would be lost.
 */
function hasOddLog(path: string): boolean {
  if (sizeOf(`${path}-wal`) === 0 || sizeOf(path) === 0) return false;
  // The log holds what the file does not have yet. So the file alone never has more rows, unless the log is of another time.
  const ofFile = withoutLog(path, lastRowOf);
  if (ofFile > lastRowOf(path)) return true;
  const db = openReadOnly(path);
  try {
    if (schemaVersion(db) !== newestVersion || findOddSchema(db) !== null) return false;
    return findRecentDamage(db, TAIL) !== null;
  } finally {
    db.close();
  }
}

/** Brings the schema up to date and gives the ledger its identity, if it has none, in one transaction. */
function bringUpToDate(db: Database, birth: Birth): Result<TillIdentity, 'from-the-future'> {
  const work = (): Result<TillIdentity, 'from-the-future'> => {
    const migrated = migrateCharges(db);
    return migrated.ok ? ok(identify(db, birth)) : migrated;
  };
  return isIdentified(db) ? work() : db.transaction(work).immediate();
}

/** Called before the file is opened for writing: a file of a newer version keeps every byte, and its journal mode. */
function isFromTheFuture(path: string): boolean {
  if (!existsSync(path) || statSync(path).size === 0) return false;
  // After an orderly end there is no log, and the file's header has the version (sqlite.org/fileformat, 1.3).
  if (!existsSync(`${path}-wal`)) return readHeader(path).readUInt32BE(USER_VERSION) > newestVersion;
  const db = openReadOnly(path);
  try {
    return schemaVersion(db) > newestVersion;
  } finally {
    db.close();
  }
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER);
  const file = openFile(path, 'r');
  try {
    readSync(file, header, 0, HEADER, 0);
  } finally {
    closeSync(file);
  }
  // A file that does not begin like a database has no version to read.
  return header.toString('latin1', 0, 15) === 'SQLite format 3' ? header : Buffer.alloc(HEADER);
}

/** True for a file with tables and without a version: its header was overwritten. */
function isHeadless(db: Database): boolean {
  if (schemaVersion(db) > 0) return false;
  return db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined;
}
