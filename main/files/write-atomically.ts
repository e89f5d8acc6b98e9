import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { openFile, removeFile, removeIfFree, renameFile } from './file-operations.ts';
import { syncFolder } from './sync-folder.ts';

/** A file that is safe on disk under a temporary name. */
export interface StagedFile {
  /** Renames it to its final name. */
  commit(): void;
  /** Deletes it. */
  discard(): void;
}

/**
 * Writes a temporary file beside the final one and forces it to disk. A full disk or a read-only folder fails here, and the
 * final file stays complete. Throws the error of the file system.
 */
export function stageFile(path: string, content: string): StagedFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    const file = openFile(draft, 'wx', 0o600);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    removeIfFree(draft);
    throw error;
  }
  return {
    commit() {
      renameFile(draft, path);
      syncFolder(dirname(path));
    },
    discard: () => removeFile(draft),
  };
}

/** Replaces a file in one step. Throws the error of the file system. */
export function writeAtomically(path: string, content: string): void {
  stageFile(path, content).commit();
}
