import { readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../files/file-operations.ts';

/**
 * True if a process holds a lock on a file (Linux: proc_locks(5)). The number of a file is of its disk alone, so the process that
 * holds the lock must also have this path open. Where that cannot be read, the lock counts. On Windows a file that a till has open
 * cannot be renamed, which says the same, and this returns false.
 */
export function isHeld(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || process.platform !== 'linux') return false;
  const path = realpathSync(file);
  return readText('/proc/locks')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .some((fields) => {
      const at = fields.findIndex((field) => /^[\da-f]+:[\da-f]+:\d+$/i.test(field));
      const isThis = fields[at]?.split(':')[2] === String(stats.ino);
      return isThis && hasOpen(fields[at - 1] ?? '', path);
    });
}

function hasOpen(pid: string, path: string): boolean {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).some((fd) => {
      try {
        return readlinkSync(join(folder, fd)) === path;
      } catch {
        // It was closed meanwhile.
        return false;
      }
    });
  } catch (error) {
    // ENOENT: the process has ended. Otherwise it is another account's.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}
