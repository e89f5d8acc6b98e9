import { constants } from 'node:fs';
import { access, link, lstat, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { ReportFailure } from '../../../../shared/contract/exports.ts';

/** A file that comes into being whole or not at all: written beside its place, made safe, then put there. */
export interface WholeFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Safe on the disk, then in its place in one step. Throws EEXIST where a file stands that may not be replaced. */
  finish(): Promise<void>;
  /** Leaves nothing of it. */
  discard(): Promise<void>;
}

/** So much may wait for the disk, bytes: more at once would hold up the ledger's own writes. */
const UNSAFE_AT_MOST = 4 * 2 ** 20;

const MARK = hostname()
  .replace(/[^A-Za-z0-9-]/g, '')
  .slice(0, 40);
const PARTIAL = /^\.balcao-([A-Za-z0-9-]*)-(\d+)-[0-9A-Z]+\.parcial$/;

/**
 * Where a report is written until it is whole: a name that says which process of which machine does it. `id` (digits and
 * capitals) is the report's alone: a process of before may have had the same number, and have left something.
 */
export function partialPath(target: string, id: string): string {
  return join(dirname(target), `.balcao-${MARK}-${process.pid}-${id}.parcial`);
}

/** True for the name of a half written report, whoever wrote it. */
export function isPartial(name: string): boolean {
  return PARTIAL.test(name);
}

/**
 * Removes what processes of this machine that are no more have left in a folder. Called before a report begins: what has
 * this process's own number is of one before it. What cannot be removed stays.
 */
export async function sweepPartials(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [, machine, pid] = PARTIAL.exec(name) ?? [];
    if (machine === MARK && (Number(pid) === process.pid || !isAlive(Number(pid))))
      await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return codeOf(error) === 'EPERM';
  }
}

/** Why `target` cannot be written, as far as can be told before: null if nothing speaks against it. */
export async function objection(target: string, replace: boolean): Promise<ReportFailure | null> {
  try {
    const folder = await stat(dirname(target));
    if (!folder.isDirectory()) return 'not-writable';
    await access(dirname(target), constants.W_OK | constants.X_OK);
    const standing = await lstat(target).catch(absent);
    if (standing === null) return null;
    if (standing.isDirectory()) return 'not-writable';
    return replace ? null : 'exists';
  } catch (error) {
    return fileFailure(error);
  }
}

/** Begins a file at `target`. Throws the system's error; `fileFailure` turns it into a code. */
export async function openWholeFile(target: string, partial: string, replace: boolean): Promise<WholeFile> {
  // Only the person who asked reads it: it holds the shop's sales.
  const handle = await open(partial, 'wx', 0o600);
  let unsafe = 0;
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
      unsafe += bytes.length;
      if (unsafe < UNSAFE_AT_MOST) return;
      unsafe = 0;
      await handle.datasync();
    },
    async finish() {
      await handle.sync();
      await handle.close();
      await (replace ? rename(partial, target) : placeNew(partial, target));
      await syncFolder(dirname(target));
    },
    async discard() {
      await closeQuietly(handle);
      await rm(partial, { force: true });
    },
  };
}

/** `link` refuses a name that is taken, in one step. Some sticks' file systems have no links: there we look first. */
async function placeNew(partial: string, target: string): Promise<void> {
  try {
    await link(partial, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    if ((await lstat(target).catch(absent)) !== null) {
      throw Object.assign(new Error('the name is taken'), { code: 'EEXIST', cause: error });
    }
    await rename(partial, target);
    return;
  }
  await rm(partial, { force: true });
}

/** The new name must survive a power cut too. Windows has no such call, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch {
    // Some network folders cannot do this; the file itself is safe.
  } finally {
    await handle.close();
  }
}

async function closeQuietly(handle: FileHandle): Promise<void> {
  // It may be closed already: then there is nothing to close.
  await handle.close().catch(() => undefined);
}

function absent(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}

/** What a file system's error means to whoever chose the place; `internal` where it is no file system's. */
export function fileFailure(error: unknown): ReportFailure {
  const code = codeOf(error);
  if (code === 'EEXIST') return 'exists';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'disk-full';
  return /^E[A-Z]+$/.test(code) ? 'not-writable' : 'internal';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
