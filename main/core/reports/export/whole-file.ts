import { constants } from 'node:fs';
import { access, link, lstat, readdir, stat, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { ReportFailure } from '../../../../shared/contract/exports.ts';
import { openFileAsync, removeFileAsync, renameFileAsync } from '../../../files/file-operations.ts';
import { isHeldError } from '../../../files/while-held.ts';

/** A file that is written completely or not at all: first to a partial file, which is synced and then renamed. */
export interface WholeFile {
  /** Appends to the partial file. */
  write(bytes: Uint8Array): Promise<void>;
  /** Syncs the partial file and puts it in its place in one step. Throws EEXIST if a file is there that may not be replaced. */
  finish(): Promise<void>;
  /** Removes the partial file. */
  discard(): Promise<void>;
}

/** After so many bytes the partial file is synced. One large sync would delay the ledger's own writes. */
const MOST_UNSYNCED = 4 * 2 ** 20;

const MARK = hostname()
  .replace(/[^A-Za-z0-9-]/g, '')
  .slice(0, 40);
const PARTIAL = /^\.balcao-([A-Za-z0-9-]*)-(\d+)-[0-9A-Z]+\.parcial$/;

/**
 * Returns the path of a report's partial file, beside the report. Its name has the machine and the process. `id` (digits and
 * capitals) is unique, because an earlier process can have had the same number.
 */
export function partialPath(target: string, id: string): string {
  return join(dirname(target), `.balcao-${MARK}-${process.pid}-${id}.parcial`);
}

/** True for the name of a partial file of any machine and process. */
export function isPartial(name: string): boolean {
  return PARTIAL.test(name);
}

/**
 * Removes the partial files that ended processes of this machine left in a folder. Called before a report begins, so a file with
 * the number of this process is of an earlier one. A file that cannot be removed stays.
 */
export async function sweepPartials(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [, machine, pid] = PARTIAL.exec(name) ?? [];
    if (machine === MARK && (Number(pid) === process.pid || !isAlive(Number(pid))))
      await removeFileAsync(join(folder, name)).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process is alive and belongs to another user.
    return codeOf(error) === 'EPERM';
  }
}

/** Returns why `target` cannot be written, as far as this can be known before; null without a reason. */
export async function objection(target: string, replace: boolean): Promise<ReportFailure | null> {
  try {
    const folder = await stat(dirname(target));
    if (!folder.isDirectory()) return 'not-writable';
    await access(dirname(target), constants.W_OK | constants.X_OK);
    const existing = await lstat(target).catch(absent);
    if (existing === null) return null;
    if (existing.isDirectory()) return 'not-writable';
    // The person who chose the name may not know which file it leads to, and others may read the folder of that file.
    if (existing.isSymbolicLink()) return replace ? 'is-link' : 'exists';
    return replace ? null : 'exists';
  } catch (error) {
    return fileFailure(error);
  }
}

/** Creates the partial file of `target`. Throws the system's error, which `fileFailure` turns into a code. */
export async function openWholeFile(target: string, partial: string, replace: boolean): Promise<WholeFile> {
  // The file has the sales of the shop, so other users of the machine may not read it.
  const handle = await openFileAsync(partial, 'wx', 0o600);
  let unsynced = 0;
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
      unsynced += bytes.length;
      if (unsynced < MOST_UNSYNCED) return;
      unsynced = 0;
      await handle.datasync();
    },
    async finish() {
      await handle.sync();
      await handle.close();
      await (replace ? replaceFile(partial, target) : placeNew(partial, target));
      await syncFolder(dirname(target));
    },
    async discard() {
      await closeQuietly(handle);
      await removePartial(partial);
    },
  };
}

/** Refuses a link, which can have come while the report was written. */
async function replaceFile(partial: string, target: string): Promise<void> {
  const existing = await lstat(target).catch(absent);
  if (existing?.isSymbolicLink() === true) throw Object.assign(new Error('a link'), { code: 'ELOOP' });
  await renameFileAsync(partial, target);
}

/** `link` refuses a name that is taken, in one step. The file systems of some USB sticks have no links: there the name is checked. */
async function placeNew(partial: string, target: string): Promise<void> {
  try {
    await link(partial, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    if ((await lstat(target).catch(absent)) !== null) {
      throw Object.assign(new Error('the name is taken'), { code: 'EEXIST', cause: error });
    }
    await renameFileAsync(partial, target);
    return;
  }
  await removePartial(partial);
}

/** If another program holds the partial file, leaves it: `sweepPartials` of a later report removes it. */
async function removePartial(partial: string): Promise<void> {
  try {
    await removeFileAsync(partial);
  } catch (error) {
    if (!isHeldError(error)) throw error;
  }
}

/** Makes the new name safe against a power cut. Windows has no such call and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await openFileAsync(folder, 'r');
  try {
    await handle.sync();
  } catch {
    // Some network folders cannot do this. The file itself is safe.
  } finally {
    await handle.close();
  }
}

async function closeQuietly(handle: FileHandle): Promise<void> {
  // The file can be closed already.
  await handle.close().catch(() => undefined);
}

function absent(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}

/** Turns an error of the file system into a code; `internal` for any other error. */
export function fileFailure(error: unknown): ReportFailure {
  const code = codeOf(error);
  if (code === 'EEXIST') return 'exists';
  if (code === 'ELOOP') return 'is-link';
  if (isHeldError(error)) return 'held-by-another-program';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'disk-full';
  return /^E[A-Z]+$/.test(code) ? 'not-writable' : 'internal';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
