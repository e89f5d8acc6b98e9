import {
  copyFileSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
  type OpenMode,
} from 'node:fs';
import { open, rename, unlink, type FileHandle } from 'node:fs/promises';
import { isHeldError, once, whileHeld, whileHeldAsync } from './while-held.ts';

/*
 * The operations that fail while another program holds the file. Each tries again within the bound of `whileHeld`, then throws
 * EBUSY. The rule balcao/no-raw-files keeps them in this folder. The names with `IfFree` do not wait.
 */

/** Renames a file. Replaces a file of the new name. */
export function renameFile(from: string, to: string): void {
  whileHeld([from, to], () => renameSync(from, to));
}

/** Returns false if another program holds one of the files. */
export function renameIfFree(from: string, to: string): boolean {
  return ifFree([from, to], () => renameSync(from, to));
}

/** Does nothing if the file is not there. */
export function removeFile(path: string): void {
  whileHeld([path], () => removeOnce(path));
}

/** Removes a file, or a folder with all that is in it. Does nothing if it is not there. */
export function removeTree(path: string): void {
  whileHeld([path], () => rmSync(path, { recursive: true, force: true }));
}

/** Returns false if another program holds the file. Does nothing if the file is not there. */
export function removeIfFree(path: string): boolean {
  return ifFree([path], () => removeOnce(path));
}

/** Replaces a file of the new name. */
export function copyFile(from: string, to: string): void {
  whileHeld([from, to], () => copyFileSync(from, to));
}

/** Returns the descriptor. */
export function openFile(path: string, flags: OpenMode, mode?: number): number {
  return whileHeld([path], () => openSync(path, flags, mode));
}

/** Returns the whole text of a file, which is given by its path or an open descriptor. */
export function readText(file: string | number, encoding: 'utf8' | 'utf16le' = 'utf8'): string {
  return whileHeld(typeof file === 'string' ? [file] : [], () => readFileSync(file, encoding));
}

export function writeText(path: string, text: string): void {
  whileHeld([path], () => writeFileSync(path, text, { mode: 0o600 }));
}

/** Does the same as `renameFile` without blocking the thread. */
export function renameFileAsync(from: string, to: string): Promise<void> {
  return whileHeldAsync([from, to], () => rename(from, to));
}

/** Does the same as `removeFile` without blocking the thread. */
export function removeFileAsync(path: string): Promise<void> {
  return whileHeldAsync([path], () => unlink(path).catch(ignoreMissing));
}

/** Does the same as `openFile` without blocking the thread. */
export function openFileAsync(path: string, flags: OpenMode, mode?: number): Promise<FileHandle> {
  return whileHeldAsync([path], () => open(path, flags, mode));
}

function ifFree(paths: readonly string[], act: () => void): boolean {
  try {
    once(paths, act);
    return true;
  } catch (error) {
    if (!isHeldError(error)) throw error;
    return false;
  }
}

function removeOnce(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    ignoreMissing(error);
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
