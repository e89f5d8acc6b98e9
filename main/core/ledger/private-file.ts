import { closeSync, constants, fchmodSync, fstatSync, fsyncSync, writeSync } from 'node:fs';
import {
  openFile,
  readText,
  removeFile,
  removeIfFree,
  renameFile,
  renameIfFree,
} from '../../files/file-operations.ts';

/** Writes a small file that only its owner can read, completely or not at all. Throws the file system's error. */
export function writePrivateFile(path: string, content: string): void {
  writeDraft(path, content, (draft) => renameFile(draft, path));
}

/** Does the same without waiting. Returns false if another program holds the file. */
export function writePrivateFileIfFree(path: string, content: string): boolean {
  return writeDraft(path, content, (draft) => {
    const isInPlace = renameIfFree(draft, path);
    if (!isInPlace) removeIfFree(draft);
    return isInPlace;
  });
}

/** Writes a file beside `path` and gives it to `place`, which renames it. */
function writeDraft<T>(path: string, content: string, place: (draft: string) => T): T {
  const draft = `${path}.${process.pid}.part`;
  try {
    removeFile(draft);
    const file = openFile(draft, 'wx', 0o600);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return place(draft);
  } catch (error) {
    removeIfFree(draft);
    throw error;
  }
}

/**
 * Returns the text of a file that belongs to this account. Null if there is none, if it is a symbolic link, or if it belongs to
 * another account: another program may have put it there. Takes the rights of others away. Throws the file system's error.
 */
export function readPrivateFile(path: string): string | null {
  let file: number;
  try {
    // Windows has neither O_NOFOLLOW nor owners by number.
    file = openFile(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ELOOP') return null;
    throw error;
  }
  try {
    const { uid } = fstatSync(file);
    if (process.getuid !== undefined && uid !== process.getuid()) return null;
    fchmodSync(file, 0o600);
    return readText(file);
  } finally {
    closeSync(file);
  }
}
