import { linkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyFile } from '../../../files/file-operations.ts';
import { removeWithSides, removeWithSidesIfFree } from './sides.ts';

/**
 * Runs `work` with a second name of a ledger's file, under which SQLite finds no write-ahead log. The file itself must not be open
 * in this process meanwhile, because SQLite shares its locks by file and not by name.
 */
export function withoutLog<T>(path: string, work: (alone: string) => T): T {
  const alone = join(dirname(path), 'ledger-without-log.db');
  removeWithSides(alone);
  try {
    try {
      linkSync(path, alone);
    } catch {
      // A file system without a second name for a file.
      copyFile(path, alone);
    }
    return work(alone);
  } finally {
    removeWithSidesIfFree(alone);
  }
}
