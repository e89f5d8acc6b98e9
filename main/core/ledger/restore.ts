import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { createEventLog } from './event-log.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { rebuildCharges } from './rebuild.ts';

/** Moves a damaged ledger and its side files out of the way, keeping them. Gives the new name of the main file. */
export function setAside(path: string, stamp: string): string {
  const aside = path.replace(/\.db$/, `-damaged-${stamp}.db`);
  for (const side of ['', '-wal', '-shm']) if (existsSync(path + side)) renameSync(path + side, aside + side);
  return aside;
}

/**
 * Puts the newest backup that opens in the place of `path`, then adopts every event of the damaged file whose hash
 * follows, so that only what cannot be read is missing. With no backup the ledger begins anew and adopts from row 1.
 */
export function restore(
  path: string,
  backups: readonly string[],
  damaged: string,
): { backup: string | null; salvaged: number } {
  const backup = backups.find((file) => tryBackup(file, path)) ?? null;
  const db = openDatabase(path);
  try {
    migrate(db);
    const salvaged = salvage(db, damaged);
    db.transaction(() => rebuildCharges(db)).immediate();
    return { backup, salvaged };
  } finally {
    db.close();
  }
}

function tryBackup(file: string, path: string): boolean {
  try {
    copyFileSync(file, path);
    const db = openDatabase(path);
    try {
      return db.pragma('quick_check', { simple: true }) === 'ok' && createEventLog(db).firstBroken() === null;
    } finally {
      db.close();
    }
  } catch {
    // A backup that cannot be read is no reason to stop looking: the next older one is tried.
    for (const side of ['', '-wal', '-shm']) rmSync(path + side, { force: true });
    return false;
  }
}

function salvage(db: Database.Database, damaged: string): number {
  const log = createEventLog(db);
  let adopted = 0;
  let source: Database.Database | null = null;
  try {
    source = new Database(damaged, { readonly: true });
    for (const row of createEventLog(source).raw(log.head().seq)) {
      if (!log.adopt(row)) break;
      adopted += 1;
    }
  } catch {
    // The damaged file can be read up to here and no further; what was adopted is kept.
  } finally {
    source?.close();
  }
  return adopted;
}
