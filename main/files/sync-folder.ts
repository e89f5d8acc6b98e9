import { closeSync, fsyncSync } from 'node:fs';
import { openFile } from './file-operations.ts';

/** Forces the names in a folder to disk. Otherwise a power cut may undo a rename. Windows has no such call for folders. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openFile(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
