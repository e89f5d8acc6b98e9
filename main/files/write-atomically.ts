import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file that is written and safe on disk, but not yet under its name. */
export interface StagedFile {
  /** Puts it in place in one step. */
  commit(): void;
  /** Forgets it. */
  discard(): void;
}

/**
 * Writes beside the final place and forces it to disk, so that whatever can fail (a full disk, a read-only folder)
 * fails here and the file in place stays whole. Throws what the file system throws.
 */
export function stageFile(path: string, content: string): StagedFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return {
    commit() {
      renameSync(draft, path);
      syncFolder(dirname(path));
    },
    discard: () => rmSync(draft, { force: true }),
  };
}

export function writeAtomically(path: string, content: string): void {
  stageFile(path, content).commit();
}

/** Without this a power cut may bring the old name back. Windows has no such call for folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
