/**
 * Why the ledger cannot be opened or written, in codes that the screens turn into instructions. `other-mode`: a ledger of
 * training is in the place of production's, or the reverse. `ledger-gone`: the ledger that the keys know is not there.
 * `folder-of-others`: other accounts have rights in the data folder, which is not this account's to close.
 */
export type StorageErrorCode =
  | 'disk-full'
  | 'read-only'
  | 'busy'
  | 'damaged'
  | 'from-the-future'
  | 'other-mode'
  | 'ledger-gone'
  | 'folder-of-others'
  | 'in-use'
  | 'io-error';

/** Reads the driver's error; null when it is none of SQLite's, which means a bug. */
export function storageErrorCode(error: unknown): StorageErrorCode | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return 'disk-full';
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return 'read-only';
  if (code.startsWith('SQLITE_CANTOPEN')) return 'read-only';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'damaged';
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return 'io-error';
  return null;
}

/** True when a file cannot be read as a ledger, which is no reason to stop looking at others. */
export function isUnreadable(error: unknown): boolean {
  const code = storageErrorCode(error);
  // Where the tables themselves are gone, SQLite says so with its most general code.
  const isNoLedger = error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR';
  return code === 'damaged' || code === 'io-error' || isNoLedger;
}
