import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { removeFile, removeIfFree, renameFile } from '../../../files/file-operations.ts';
import { createEventLog } from '../event-log.ts';
import { findDamage } from '../upkeep/integrity.ts';
import { BACKUPS } from '../open-database.ts';
import { readLedgerFile } from './read-file.ts';

export interface BackupName {
  /** The newest event inside. */
  readonly seq: number;
  /** When it was made, as the clock of then said, epoch ms. */
  readonly madeAt: number;
}

const NAME = /^ledger-(\d{12})-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)-(\d{3})Z(?:-[\w-]+)?\.db$/;

/** What a backup's name says, or null for any other file. */
export function readBackupName(file: string): BackupName | null {
  const parts = NAME.exec(basename(file));
  if (parts === null) return null;
  const [, seq, day, hours, minutes, seconds, ms] = parts;
  return {
    seq: Number(seq),
    madeAt: Date.parse(`${day ?? ''}${hours ?? ''}:${minutes ?? ''}:${seconds ?? ''}.${ms ?? ''}Z`),
  };
}

/** An instant as it stands in the names of files: sortable, and without characters that file systems refuse. */
export function stampOf(nowMs: number): string {
  return new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-');
}

/** The whole backups of a ledger, those with the most events first: a clock that was set back sorts nothing wrong. */
export function newestBackups(folder: string): string[] {
  const at = backupFolder(folder);
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => readBackupName(name) !== null)
    .sort()
    .reverse()
    .map((name) => join(at, name));
}

/** Ends the file of a backup that a restore left on another branch of the ledger: kept, and not offered. */
export const REPLACED = '.replaced';

/** Ends the file of a backup that is being written, or whose till ended meanwhile. */
export const PART = '.part';

/** Ends the file of a backup that a restore could not use. */
export const UNUSABLE = '.unusable';

/** Ends the name of a backup that nobody read after it was written: what is wrong in it was wrong before. */
export const UNREAD = 'before-migration';

/**
 * Writes a whole copy of the ledger under `backups/` in one go: `VACUUM INTO` reads one consistent state. For the
 * moments when nothing else is going on. Throws the driver's error.
 */
export function backupNow(db: Database, folder: string, stamp: string, label: string): string {
  const { half, file } = nextFile(db, folder, `${stamp}-${label}`);
  db.prepare('VACUUM INTO ?').run(half);
  return keep(half, file, null);
}

/** Reads a file to its end: what is wrong with it, or null. Rejects when it is abandoned. */
export type CheckFile = (file: string, abandoned: AbortSignal) => Promise<string | null>;

/** What is wrong with a ledger's file that nobody else has open, in a few words, or null. Throws the driver's error. */
export function findDamageIn(file: string): string | null {
  return readLedgerFile(file, findDamage);
}

/**
 * The same beside the work, a few pages at a time, read to its end by `check`; it gives up when it is `abandoned`, and
 * then throws.
 */
export async function backupBeside(
  db: Database,
  folder: string,
  stamp: string,
  abandoned: AbortSignal,
  check: CheckFile,
): Promise<string> {
  const { half, file } = nextFile(db, folder, stamp);
  try {
    await db.backup(half, {
      progress: () => {
        abandoned.throwIfAborted();
        return PAGES_A_TURN;
      },
    });
    const damage = await check(half, abandoned);
    abandoned.throwIfAborted();
    return keep(half, file, damage);
  } catch (error) {
    removeIfFree(half);
    throw error;
  }
}

/** Pages copied before the till's other work gets its turn: about half a megabyte. */
const PAGES_A_TURN = 128;

/** Where the next backup goes. It gets its name only when it is whole. */
function nextFile(db: Database, folder: string, stamp: string): { half: string; file: string } {
  const at = backupFolder(folder);
  mkdirSync(at, { recursive: true, mode: 0o700 });
  const seq = String(createEventLog(db).head().seq).padStart(12, '0');
  const file = join(at, `ledger-${seq}-${stamp}.db`);
  const half = file + PART;
  removeFile(half);
  return { half, file };
}

function keep(half: string, file: string, damage: string | null): string {
  if (damage !== null) {
    removeIfFree(half);
    throw new Error(`the backup is not whole: ${damage}`);
  }
  renameFile(half, file);
  return file;
}

function backupFolder(folder: string): string {
  return join(folder, BACKUPS);
}
