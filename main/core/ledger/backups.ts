import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { createEventLog } from './event-log.ts';

/** How many are kept. */
const KEPT = 30;

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

/**
 * Writes a whole copy of the ledger under `backups/` in one go: `VACUUM INTO` reads one consistent state. For the
 * moments when nothing else is going on. Throws the driver's error.
 */
export function backupNow(db: Database, folder: string, stamp: string, label: string): string {
  const { half, file } = nextFile(db, folder, `${stamp}-${label}`);
  db.prepare('VACUUM INTO ?').run(half);
  return keep(half, file, folder);
}

/** The same beside the work, a few pages at a time; it gives up when `abandoned` says so, and then throws. */
export async function backupBeside(
  db: Database,
  folder: string,
  stamp: string,
  abandoned: () => boolean,
): Promise<string> {
  const { half, file } = nextFile(db, folder, stamp);
  try {
    await db.backup(half, {
      progress: () => {
        if (abandoned()) throw new Error('the till is closing');
        return PAGES_A_TURN;
      },
    });
    return keep(half, file, folder);
  } catch (error) {
    rmSync(half, { force: true });
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
  const half = `${file}.part`;
  rmSync(half, { force: true });
  return { half, file };
}

function keep(half: string, file: string, folder: string): string {
  renameSync(half, file);
  for (const old of newestBackups(folder).slice(KEPT)) rmSync(old, { force: true });
  return file;
}

function backupFolder(folder: string): string {
  return join(folder, 'backups');
}
