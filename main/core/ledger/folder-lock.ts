import { join } from 'node:path';
import Database from 'better-sqlite3';
import { storageErrorCode } from './storage-error.ts';

/** Gives the folder back; the operating system does the same when the process dies. */
export type ReleaseFolder = () => void;

/**
 * Takes a data folder for this process alone, or answers null when another till has it. An exclusive transaction on
 * a small file of its own is held for life: unlike a pid file, it cannot be left behind by a power cut.
 */
export function lockFolder(folder: string): ReleaseFolder | null {
  const db = new Database(join(folder, 'till.lock'));
  try {
    db.pragma('busy_timeout = 0');
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (storageErrorCode(error) === 'busy') return null;
    throw error;
  }
  return () => db.close();
}
