import { closeSync, fstatSync, openSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** The pauses between the tries, ms, 0.6 s in all. Virus scanners, backup tools and sync clients usually let go within that time. */
const PAUSES = [10, 20, 40, 80, 160, 320] as const;

const CELL = new Int32Array(new SharedArrayBuffer(4));

/**
 * Runs an operation of the file system on `paths`. While another program may hold one of the files, tries again after pauses, in
 * which it blocks the thread. Then throws EBUSY. Throws every other error of the operation unchanged.
 */
export function whileHeld<T>(paths: readonly string[], act: () => T): T {
  for (const pause of PAUSES) {
    try {
      return act();
    } catch (error) {
      if (!mayBeHeld(error)) throw error;
    }
    Atomics.wait(CELL, 0, 0, pause);
  }
  return once(paths, act);
}

/** Does the same without blocking the thread. */
export async function whileHeldAsync<T>(paths: readonly string[], act: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await act();
    } catch (error) {
      if (!mayBeHeld(error)) throw error;
    }
    await setTimeout(pause);
  }
  try {
    return await act();
  } catch (error) {
    throw asHeld(error, paths);
  }
}

/** Runs an operation once. Throws EBUSY if another program holds one of the files, and every other error unchanged. */
export function once<T>(paths: readonly string[], act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw asHeld(error, paths);
  }
}

/** True for the error of a file that another program holds. */
export function isHeldError(error: unknown): boolean {
  return codeOf(error) === 'EBUSY';
}

/** True if another program holds a file in a way that this process cannot open it for writing. */
export function isHeld(path: string): boolean {
  return tryToOpen(path) === 'EBUSY';
}

/** Creates the error of a file that another program holds. */
export function heldError(path: string, cause: unknown): Error {
  return Object.assign(new Error(`another program holds ${path}`, { cause }), { code: 'EBUSY', path });
}

/**
 * True for the codes of a held file. Windows reports a sharing violation as EBUSY, and a rename over an open file as a refused
 * access, EPERM (libuv, src/win/error.c). On Linux a network folder reports EBUSY (cifs).
 */
function mayBeHeld(error: unknown): boolean {
  return isHeldError(error) || isRefused(codeOf(error));
}

function isRefused(code: string): boolean {
  return process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES');
}

/** Turns a refused access into EBUSY if the rights to the files are fine. */
function asHeld(error: unknown, paths: readonly string[]): unknown {
  if (!isRefused(codeOf(error))) return error;
  const opened = paths
    .map((path) => ({ path, code: tryToOpen(path) }))
    .filter(({ code }) => code !== 'ENOENT');
  // A holder that shares reading and writing, but not deleting, refuses a rename and no opening.
  const held =
    opened.find(({ code }) => code === 'EBUSY') ??
    (opened.every(({ code }) => code === '') ? opened[0] : undefined);
  return held === undefined ? error : heldError(held.path, error);
}

/** Opens a file for writing and closes it. Returns the code of the error, or an empty text. Windows opens folders too. */
function tryToOpen(path: string): string {
  let file: number | null = null;
  try {
    file = openSync(path, 'r+');
    return fstatSync(file).isFile() ? '' : 'EISDIR';
  } catch (error) {
    return codeOf(error);
  } finally {
    if (file !== null) closeSync(file);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
