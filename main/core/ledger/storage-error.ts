import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { isHeldError } from '../../files/while-held.ts';

/**
 * Why the ledger cannot be opened or written, in codes that the screens turn into instructions. `other-mode`: a ledger of
 * training is in the place of production's, or the reverse. `ledger-gone`: the ledger that the keys know is not there.
 * `folder-of-others`: other accounts have rights in the data folder, which is not this account's to close.
 * `too-many-files`: the process or the system has no place for
 * another open file. `held-by-another-program`: a virus scanner, a backup tool or another program has a file open.
 */
export type StorageErrorCode =
  | 'disk-full'
  | 'read-only'
  | 'too-many-files'
  | 'held-by-another-program'
  | 'busy'
  | 'damaged'
  | 'from-the-future'
  | 'other-mode'
  | 'ledger-gone'
  | 'folder-of-others'
  | 'in-use'
  | 'io-error';

/** Returns the code of an error of SQLite or of the file system. Null for another error, which is a bug. */
export function storageErrorCode(error: unknown): StorageErrorCode | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (isHeldError(error)) return 'held-by-another-program';
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return 'disk-full';
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return 'read-only';
  if (isTooManyFiles(error)) return 'too-many-files';
  if (code.startsWith('SQLITE_CANTOPEN')) return isFileTableFull() ? 'too-many-files' : 'read-only';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'damaged';
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return 'io-error';
  return null;
}

function isTooManyFiles(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EMFILE' || error.code === 'ENFILE');
}

/** True if no file can be opened now. SQLite has one code for every file that it cannot open, so this asks the system. */
function isFileTableFull(): boolean {
  try {
    closeSync(openSync(devNull, 'r'));
    return false;
  } catch (error) {
    return isTooManyFiles(error);
  }
}

/** True when a file cannot be read as a ledger, which is no reason to stop looking at others. */
export function isUnreadable(error: unknown): boolean {
  const code = storageErrorCode(error);
  // Where the tables themselves are gone, SQLite says so with its most general code.
  const isNoLedger = error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR';
  return code === 'damaged' || code === 'io-error' || isNoLedger;
}
