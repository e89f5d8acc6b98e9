import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { storageErrorCode } from '../../../main/core/ledger/storage-error.ts';

/** An open ledger: the file itself, or a copy that `close` deletes. */
export interface Untouched {
  readonly db: Database;
  close(): void;
}

/**
 * Opens a ledger and leaves its folder unchanged. The folder may be read-only, and SQLite makes files beside a ledger also to
 * read it. So a ledger that no till has open is read from a copy in the system's temporary folder. Throws the error of the
 * driver or of the file system.
 */
export function openUntouched(file: string): Untouched {
  const wasInUse = isInUse(file);
  if (wasInUse) {
    try {
      return inPlace(file);
    } catch (error) {
      // A killed till left these files in a folder that is read-only now.
      if (storageErrorCode(error) !== 'read-only') throw error;
    }
  }
  const copy = openCopy(file);
  if (wasInUse || !isInUse(file)) return copy;
  // A till that started meanwhile may have changed the file during the copy.
  copy.close();
  return inPlace(file);
}

/** True if the ledger is open. All processes that have it open share this file, and a regular end removes it. */
function isInUse(file: string): boolean {
  return existsSync(`${file}-shm`);
}

function inPlace(file: string): Untouched {
  const db = openRead(file);
  return { db, close: () => void db.close() };
}

function openCopy(file: string): Untouched {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-verify-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'ledger.db');
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    const db = openRead(copy);
    return {
      db,
      close() {
        db.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Opens and reads a little, because the first read shows whether the file can be read, not the opening. */
function openRead(file: string): Database {
  const db = openReadOnly(file);
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
