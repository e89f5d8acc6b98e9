import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { createEventLog } from './event-log.ts';
import { findBadPage } from './integrity.ts';
import { migrate, newestVersion, schemaVersion } from './migrate.ts';
import { openDatabase, openReadOnly } from './open-database.ts';
import { rebuildProjections } from './rebuild.ts';
import { storageErrorCode } from './storage-error.ts';

const SIDES = ['', '-wal', '-shm'] as const;

/** Where a ledger is made before it takes the place of another. */
export function draftBeside(path: string): string {
  return join(dirname(path), 'ledger-restoring.db');
}

/** What stands in the place of a damaged ledger now. */
export interface Restored {
  /** The backup that it was made from, or null when it was begun anew. */
  readonly backup: string | null;
  /** The business day of the backup's newest event. */
  readonly day: string | null;
  /** Events that were read from the damaged file after those of the backup. */
  readonly salvaged: number;
  readonly setAside: string;
}

/** True when a ledger that was here is gone or empty: what is beside it says that there was one. */
export function isLost(path: string, backups: readonly string[]): boolean {
  if (sizeOf(path) > 0) return false;
  return backups.length > 0 || sizeOf(`${path}-wal`) > 0 || newestAside(path) !== null;
}

/**
 * Makes a ledger from the newest backup that can be read (with none: anew) and from every event of the damaged file
 * whose hash follows, and puts it in the place of the damaged one, which is kept beside it. Until it is whole nothing
 * is moved. A backup that a newer version of this program wrote is not passed over: then nothing is done at all.
 */
export function restore(
  path: string,
  backups: readonly string[],
  stamp: string,
): Result<Restored, 'from-the-future'> {
  const source = sizeOf(path) > 0 ? path : newestAside(path);
  const draft = draftBeside(path);
  for (const backup of [...backups, null]) {
    removeWithSides(draft);
    const made = make(draft, backup, source);
    if (made === 'from-the-future') {
      removeWithSides(draft);
      return err(made);
    }
    if (made === 'unusable') {
      if (backup !== null) renameSync(backup, `${backup}.unusable`);
      continue;
    }
    const setAside = moveAside(path, stamp, 'damaged');
    renameSync(draft, path);
    return ok({ ...made, backup, setAside });
  }
  throw new Error('a new ledger is never unusable');
}

type Made = Pick<Restored, 'day' | 'salvaged'> | 'unusable' | 'from-the-future';

/** Makes a ledger at `draft` from a backup (null: anew) and what follows it in `source`. Throws when the disk takes nothing. */
export function make(draft: string, backup: string | null, source: string | null): Made {
  let db: Database | null = null;
  try {
    if (backup !== null) copyFileSync(backup, draft);
    db = openDatabase(draft);
    if (schemaVersion(db) > newestVersion) return 'from-the-future';
    if (backup !== null && !isWhole(db)) return 'unusable';
    migrate(db);
    return fill(db, source);
  } catch (error) {
    // A backup that cannot be read is no reason to stop looking; a disk without room is no reason to give backups up.
    const code = storageErrorCode(error);
    if (backup === null || (code !== 'damaged' && code !== 'io-error' && !isNoLedger(error))) throw error;
    return 'unusable';
  } finally {
    db?.close();
  }
}

function isWhole(db: Database): boolean {
  return findBadPage(db) === null && createEventLog(db).firstBroken() === null;
}

/** SQLite's answer to a table that is not there. */
function isNoLedger(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR';
}

function fill(db: Database, source: string | null): Pick<Restored, 'day' | 'salvaged'> {
  const log = createEventLog(db);
  const { seq } = log.head();
  const day = log.since(seq - 1, 1)[0]?.businessDay ?? null;
  const salvaged = source === null ? 0 : salvage(db, source);
  if (source !== null) bringPeople(db, source);
  db.transaction(() => rebuildProjections(db, seq)).immediate();
  return { day, salvaged };
}

function salvage(db: Database, damaged: string): number {
  const log = createEventLog(db);
  let adopted = 0;
  let source: Database | null = null;
  const rows = db.transaction(() => {
    try {
      source = openReadOnly(damaged);
      for (const row of createEventLog(source).raw(log.head().seq)) {
        if (!log.adopt(row)) break;
        adopted += 1;
      }
    } catch (error) {
      // The damaged file can be read up to here and no further; what was adopted is kept, unless there was no room.
      if (storageErrorCode(error) === 'disk-full') throw error;
    }
  });
  try {
    rows.immediate();
  } finally {
    (source as Database | null)?.close();
  }
  return adopted;
}

/** Who may sign in is in no event: people who were added after the backup come from the file that it replaces. */
function bringPeople(db: Database, source: string): void {
  const put = db.prepare(
    'INSERT OR IGNORE INTO operator (id, name, role, pin_hash, created_at_ms) VALUES (?, ?, ?, ?, ?)',
  );
  let from: Database | null = null;
  try {
    from = openReadOnly(source);
    const people = from.prepare('SELECT id, name, role, pin_hash, created_at_ms FROM operator').raw().all();
    for (const person of people as unknown[][]) put.run(...person);
  } catch (error) {
    // What cannot be read cannot be brought along; the backup's own people are there.
    if (storageErrorCode(error) === 'disk-full') throw error;
  } finally {
    from?.close();
  }
}

/** Moves a ledger and its side files out of the way. Gives the new name of the main file. */
export function moveAside(path: string, stamp: string, why: 'damaged' | 'replaced'): string {
  const aside = path.replace(/\.db$/, `-${why}-${stamp}.db`);
  for (const side of SIDES) if (existsSync(path + side)) renameSync(path + side, aside + side);
  return aside;
}

function newestAside(path: string): string | null {
  const start = basename(path).replace(/\.db$/, '');
  const stampIn = (name: string): string | null =>
    name.startsWith(start)
      ? (/^-(?:damaged|replaced)-(.+)\.db$/.exec(name.slice(start.length))?.[1] ?? null)
      : null;
  const asides = existsSync(dirname(path)) ? readdirSync(dirname(path)) : [];
  const newest = asides
    .filter((name) => stampIn(name) !== null)
    .sort((one, other) => ((stampIn(one) ?? '') < (stampIn(other) ?? '') ? -1 : 1))
    .at(-1);
  return newest === undefined ? null : join(dirname(path), newest);
}

/** Removes a ledger that nobody needs, and its side files. */
export function removeWithSides(path: string): void {
  for (const side of SIDES) rmSync(path + side, { force: true });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
