import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { storageErrorCode } from '../../../main/core/ledger/storage-error.ts';

/** A ledger that is read where it lies, or from a copy that is gone when it is closed. */
export interface Untouched {
  readonly db: Database;
  close(): void;
}

/**
 * Opens a ledger and leaves its folder as it was, which may be one that takes no writes: SQLite makes files beside a
 * ledger even to read it, so what no till has open is read from a copy in the system's folder for such. Throws the
 * driver's error, or the file system's.
 */
export function openUntouched(file: string): Untouched {
  const wasInUse = isInUse(file);
  if (wasInUse) {
    try {
      return inPlace(file);
    } catch (error) {
      // A till that was killed left these files, in a folder that takes no writes now.
      if (storageErrorCode(error) !== 'read-only') throw error;
    }
  }
  const copy = openCopy(file);
  if (wasInUse || !isInUse(file)) return copy;
  // A till that began meanwhile may have written under the copy's hands.
  copy.close();
  return inPlace(file);
}

/** Every process that has a ledger open shares this file; an orderly end takes it away. */
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

/** Reads a little at once: whether it can be read at all is told by the first look, and not by opening. */
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
