import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { renameFile } from '../../../files/file-operations.ts';
import { stampOf, UNUSABLE } from './backups.ts';
import { bySharedRows, laterThan, setOthersAside } from './branches.ts';
import { createEventLog } from '../event-log.ts';
import { readIdentity, readLedgerId, type Birth } from '../identity.ts';
import { findBadPage } from '../upkeep/integrity.ts';
import { migrate, newestVersion, schemaVersion } from '../migrate.ts';
import { openDatabase } from '../open-database.ts';
import { rebuildProjections } from '../projections/rebuild.ts';
import { findOddSchema } from '../verify/verify-schema.ts';
import { readLedgerFile } from './read-file.ts';
import { removeWithSides, SIDES } from './sides.ts';
import { withoutLog } from './without-log.ts';
import { restorePeople, salvage } from './salvage.ts';
import { isUnreadable } from '../storage-error.ts';
import { doubtWaitingSlips } from './waiting-slips.ts';

/** The ledger that a restore must make. */
type Wanted = Pick<Birth, 'mode' | 'ledgerId'>;

/** Returns the file in which a ledger is made before it replaces another. */
export function draftBeside(path: string): string {
  return join(dirname(path), 'ledger-restoring.db');
}

/** The ledger that replaced a damaged one. */
export interface Restored {
  /** The backup that it was made from. Null if it was begun anew. */
  readonly backup: string | null;
  /** The business day of the backup's newest event. */
  readonly day: string | null;
  /** Events that were read from the damaged file and from other backups after those of the backup. */
  readonly salvaged: number;
  readonly setAside: string;
}

/** True if a ledger is gone or empty, and other files beside it show that there was one. */
export function isLost(path: string, backups: readonly string[]): boolean {
  if (sizeOf(path) > 0) return false;
  return backups.length > 0 || sizeOf(`${path}-wal`) > 0 || newestAside(path) !== null;
}

/**
 * Makes a ledger from the newest backup that can be read, or anew without one, and from every event of the damaged file and of
 * the other backups whose hash follows. Replaces the damaged ledger by it and keeps that beside it. Moves nothing before the new
 * one is complete. Tries the backups of the damaged file's own branch first. If a newer version of this program wrote a backup,
 * does nothing.
 */
export function restore(
  path: string,
  backups: readonly string[],
  birth: Pick<Birth, 'mode' | 'now' | 'ledgerId'>,
): Result<Restored, RestoreError> {
  if (existsSync(draftBeside(path))) rejoinLog(path);
  const source = sizeOf(path) > 0 ? path : newestAside(path);
  // A log of another time hides the newer rows of the file itself.
  if (source === null || sizeOf(`${source}-wal`) === 0)
    return restoreFrom(path, backups, source, source === null ? [] : [source], birth);
  return withoutLog(source, (alone) => restoreFrom(path, backups, source, [source, alone], birth));
}

type RestoreError = 'from-the-future' | 'other-mode' | 'ledger-gone';

/**
 * @param source what is left of the damaged ledger, or null.
 * @param damaged the files that its rows are read from.
 */
function restoreFrom(
  path: string,
  backups: readonly string[],
  source: string | null,
  damaged: readonly string[],
  { now, ...wanted }: Pick<Birth, 'mode' | 'now' | 'ledgerId'>,
): Result<Restored, RestoreError> {
  const draft = draftBeside(path);
  const ordered = bySharedRows(backups, source);
  let kept = ordered;
  for (const backup of [...ordered, null]) {
    removeWithSides(draft);
    const later = backup === null ? kept : laterThan(backup, kept, source);
    const made = make(draft, backup, [...damaged, ...later], wanted);
    if (made === 'from-the-future' || (isForeign(made) && backup === null)) {
      removeWithSides(draft);
      return err(made === 'other-ledger' ? 'ledger-gone' : made);
    }
    if (made === 'unusable' || isForeign(made)) {
      if (backup === null) continue;
      renameFile(backup, backup + UNUSABLE);
      // Its rows can still be used, unless they are of another ledger.
      const rest = made === 'unusable' ? [backup + UNUSABLE] : [];
      kept = kept.flatMap((file) => (file === backup ? rest : [file]));
      continue;
    }
    const setAside = replaceLedger(path, draft, stampOf(now), 'damaged');
    setOthersAside(dirname(path), path);
    return ok({ ...made, backup, setAside });
  }
  throw new Error('a new ledger is never unusable');
}

/** Why a backup is not of the ledger that is wanted. */
type Foreign = 'other-mode' | 'other-ledger';
type Made = Pick<Restored, 'day' | 'salvaged'> | 'unusable' | Foreign | 'from-the-future';

function isForeign(made: Made): made is Foreign {
  return made === 'other-mode' || made === 'other-ledger';
}

/**
 * Makes the wanted ledger at `draft` from a backup (null: anew) and the rows that follow it in `sources`. Throws if the disk
 * takes nothing.
 */
export function make(draft: string, backup: string | null, sources: readonly string[], wanted: Wanted): Made {
  let db: Database | null = null;
  try {
    const refused = backup === null ? null : copyWhole(backup, draft);
    if (refused !== null) return refused;
    db = openDatabase(draft);
    migrate(db);
    const made = fill(db, sources);
    const identity = readIdentity(db);
    if (identity !== null && identity.mode !== wanted.mode) return 'other-mode';
    return wanted.ledgerId === undefined || readLedgerId(db) === wanted.ledgerId ? made : 'other-ledger';
  } catch (error) {
    // After a backup that cannot be read, the next one is tried. A disk without room says nothing about a backup.
    if (backup === null || !isUnreadable(error)) throw error;
    return 'unusable';
  } finally {
    db?.close();
  }
}

/**
 * Copies a backup into a new file, whose schema SQLite writes anew from texts that were compared with those of this program.
 * Returns why not, or null.
 */
function copyWhole(backup: string, draft: string): 'from-the-future' | 'unusable' | null {
  return readLedgerFile(
    backup,
    (from) => {
      if (schemaVersion(from) > newestVersion) return 'from-the-future';
      if (schemaVersion(from) === 0 || findOddSchema(from) !== null) return 'unusable';
      if (findBadPage(from) !== null || createEventLog(from).firstBroken() !== null) return 'unusable';
      from.pragma('query_only = OFF');
      from.prepare('VACUUM INTO ?').run(draft);
      return null;
    },
    [],
  );
}

function fill(db: Database, sources: readonly string[]): Pick<Restored, 'day' | 'salvaged'> {
  const log = createEventLog(db);
  const { seq } = log.head();
  const day = log.since(seq - 1, 1)[0]?.businessDay ?? null;
  const salvaged = salvage(db, sources);
  restorePeople(db, sources);
  db.transaction(() => rebuildProjections(db, seq)).immediate();
  doubtWaitingSlips(db);
  return { day, salvaged };
}

/**
 * Renames a ledger and its side files, and puts the ledger at `draft` in its place. Returns the new name of the main file. The
 * main file goes first, because it must not be opened without its log. If a rename fails, undoes the others and throws.
 */
export function replaceLedger(
  path: string,
  draft: string,
  stamp: string,
  why: 'damaged' | 'replaced',
): string {
  const aside = path.replace(/\.db$/, `-${why}-${stamp}.db`);
  const moved: string[] = [];
  try {
    for (const side of SIDES) {
      if (!existsSync(path + side)) continue;
      renameFile(path + side, aside + side);
      moved.unshift(side);
    }
    renameFile(draft, path);
  } catch (error) {
    for (const side of moved) renameFile(aside + side, path + side);
    throw error;
  }
  return aside;
}

/** Moves the log of a ledger after it, if the till ended between the two renames. The newest sales are in the log. */
function rejoinLog(path: string): void {
  const aside = existsSync(path) ? null : newestAside(path);
  if (aside === null) return;
  for (const side of SIDES)
    if (existsSync(path + side) && !existsSync(aside + side)) renameFile(path + side, aside + side);
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

/** Returns the size of a file. 0 if it is not there. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
