import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { closeOnWindows, type Closed } from './rights/close-on-windows.ts';

/** The folders of a data folder whose files are the till's. Chromium's and the logs' own files are left to them. */
const FOLDERS = ['.', 'production', 'training', join('production', 'backups'), join('training', 'backups')];

/**
 * Takes the rights of other accounts from a data folder and its files. They may come from a folder that was there before, from a
 * copy, or from an older version. On Windows, where a mode means nothing, it reads and changes the lists of rights.
 */
export function closeToOthers(dataDir: string): Closed {
  if (process.platform === 'win32') return closeOnWindows(dataDir, FOLDERS);
  if (!close(dataDir, 0o700)) return 'of-others';
  for (const folder of FOLDERS) {
    const at = join(dataDir, folder);
    for (const entry of readFolder(at))
      // The API looks at the rights of its token by itself: one that others could read is not used again.
      if (entry.isFile() && entry.name !== 'api-token') close(join(at, entry.name), 0o600);
      else if (entry.isDirectory() && FOLDERS.includes(join(folder, entry.name)))
        close(join(at, entry.name), 0o700);
  }
  return 'closed';
}

/** Returns false if others have rights to the path and this account may not change them. */
function close(path: string, mode: number): boolean {
  try {
    if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, mode);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    // A file may be gone by now. A file system without rights, or without writes, refuses or ignores the change.
    return code !== 'EPERM' && code !== 'EACCES';
  }
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not there yet, or not readable: its ledger will say so.
    return [];
  }
}
