import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { stampOf } from './backups.ts';
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
import { bringPeople, salvage } from './salvage.ts';
import { isUnreadable } from '../storage-error.ts';
import { doubtWaitingSlips } from './waiting-slips.ts';

/** The ledger that a restore must make. */
type Wanted = Pick<Birth, 'mode' | 'ledgerId'>;

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
  /** Events that were read from the damaged file and from other backups after those of the backup. */
  readonly salvaged: number;
  readonly setAside: string;
}

/** True when a ledger that was here is gone or empty: what is beside it says that there was one. */
export function isLost(path: string, backups: readonly string[]): boolean {
  if (sizeOf(path) > 0) return false;
  return backups.length > 0 || sizeOf(`${path}-wal`) > 0 || newestAside(path) !== null;
}

/**
 * Makes a ledger from the newest backup that can be read (with none: anew) and from every event of the damaged file and of
 * the other backups whose hash follows, and puts it in the place of the damaged one, which is kept beside it. Until it is
 * whole nothing is moved. Backups of the damaged file's own branch go first. One that a newer version of this program wrote
 * is not passed over: then nothing is done at all.
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
      renameSync(backup, `${backup}.unusable`);
      // As a whole it is of no use; its rows may be, unless they are of another ledger.
      const rest = made === 'unusable' ? [`${backup}.unusable`] : [];
      kept = kept.flatMap((file) => (file === backup ? rest : [file]));
      continue;
    }
    const setAside = moveAside(path, stampOf(now), 'damaged');
    renameSync(draft, path);
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
    // A backup that cannot be read is no reason to stop looking; a disk without room is no reason to give backups up.
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
  bringPeople(db, sources);
  db.transaction(() => rebuildProjections(db, seq)).immediate();
  doubtWaitingSlips(db);
  return { day, salvaged };
}

/**
 * Moves a ledger and its side files out of the way. Gives the new name of the main file. That goes first: without its log
 * it must not be there to be opened.
 */
export function moveAside(path: string, stamp: string, why: 'damaged' | 'replaced'): string {
  const aside = path.replace(/\.db$/, `-${why}-${stamp}.db`);
  for (const side of SIDES) if (existsSync(path + side)) renameSync(path + side, aside + side);
  return aside;
}

/** A till that died between the moves left the log of the file that it had set aside: the newest sales are in there. */
function rejoinLog(path: string): void {
  const aside = existsSync(path) ? null : newestAside(path);
  if (aside === null) return;
  for (const side of SIDES)
    if (existsSync(path + side) && !existsSync(aside + side)) renameSync(path + side, aside + side);
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
