import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isUlid } from '../../../shared/kernel/ulid.ts';
import type { NoticeCode } from '../directory/notices.ts';
import { newestBackups, backupNow } from './backups.ts';
import { createEventLog } from './event-log.ts';
import { migrate, needsMigration, newestVersion, schemaVersion } from './migrate.ts';
import { openDatabase, openReadOnly } from './open-database.ts';
import { restore, setAside } from './restore.ts';
import { storageErrorCode, type StorageErrorCode } from './storage-error.ts';

/** An open, current and believable ledger file, and what the cashier must be told of how it was opened. */
export interface OpenedFile {
  readonly db: Database;
  readonly path: string;
  readonly folder: string;
  readonly notices: readonly { readonly code: NoticeCode; readonly detail: string }[];
}

/** Rows of the chain that are checked before the till opens; the whole file is checked beside the work. */
const TAIL = 500;

/**
 * Opens the ledger in `folder`. A damaged file is never silently replaced: it is set aside, the newest backup that
 * opens is restored, what can be read of the damaged one after it is added, and a notice says so.
 */
export function openLedgerFile(folder: string, stamp: string): Result<OpenedFile, StorageErrorCode> {
  const path = join(folder, 'ledger.db');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const opened = openChecked(path, folder);
    if (opened.ok || opened.error !== 'damaged') return opened;
    const aside = setAside(path, stamp);
    const restored = restore(path, newestBackups(folder), aside);
    const again = openChecked(path, folder);
    if (!again.ok) return again;
    const code = restored.backup === null ? 'ledger-started-anew' : 'ledger-restored';
    const detail = `${aside} · ${restored.salvaged}`;
    return ok({ ...again.value, notices: [{ code, detail }] });
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return err(code);
  }
}

function openChecked(path: string, folder: string): Result<OpenedFile, StorageErrorCode> {
  let db: Database | null = null;
  try {
    if (isFromTheFuture(path)) return err('from-the-future');
    db = openDatabase(path);
    if (needsMigration(db)) backupNow(db, folder, 'before-migration');
    const migrated = migrate(db);
    if (!migrated.ok) {
      db.close();
      return err(migrated.error);
    }
    if (!isBelievable(db)) {
      db.close();
      return err('damaged');
    }
    return ok({ db, path, folder, notices: [] });
  } catch (error) {
    db?.close();
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return err(code);
  }
}

/** Asked on a connection that cannot write: what a newer version left is not touched, not even its journal mode. */
function isFromTheFuture(path: string): boolean {
  if (!existsSync(path)) return false;
  const db = openReadOnly(path);
  try {
    return schemaVersion(db) > newestVersion;
  } finally {
    db.close();
  }
}

/** The newest rows follow from each other, and the open charges can be read. */
function isBelievable(db: Database): boolean {
  const log = createEventLog(db);
  const { seq } = log.head();
  if (log.firstBroken(Math.max(0, seq - TAIL)) !== null) return false;
  const open = db.prepare<[], { id: string }>('SELECT id FROM charge WHERE settled = 0').all();
  return open.every(({ id }) => isUlid(id));
}
