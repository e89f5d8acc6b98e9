import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';

/** How many are kept. */
const KEPT = 30;

function backupFolder(folder: string): string {
  return join(folder, 'backups');
}

/** The backups of a ledger, newest first, whole ones only. */
export function newestBackups(folder: string): string[] {
  const at = backupFolder(folder);
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => /^ledger-[\w.-]+\.db$/.test(name))
    .sort()
    .reverse()
    .map((name) => join(at, name));
}

/**
 * Writes a whole copy of the ledger under `backups/`, named after `stamp` (sortable text). `VACUUM INTO` reads one
 * consistent state; the copy gets its name only when it is whole. Throws the driver's error.
 */
export function backupNow(db: Database, folder: string, stamp: string): string {
  const at = backupFolder(folder);
  mkdirSync(at, { recursive: true, mode: 0o700 });
  const file = join(at, `ledger-${stamp}.db`);
  const half = `${file}.part`;
  rmSync(half, { force: true });
  db.prepare('VACUUM INTO ?').run(half);
  renameSync(half, file);
  for (const old of newestBackups(folder).slice(KEPT)) rmSync(old, { force: true });
  return file;
}
