/** Why the ledger cannot be opened or written, in codes that the screens turn into instructions. */
export type StorageErrorCode =
  'disk-full' | 'read-only' | 'busy' | 'damaged' | 'from-the-future' | 'in-use' | 'io-error';

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
