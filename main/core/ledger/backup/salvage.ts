import type { Database } from 'better-sqlite3';
import { createEventLog } from '../event-log.ts';
import { readLedgerFile } from '../open-database.ts';
import { storageErrorCode } from '../storage-error.ts';

/**
 * Appends every row of other files that follows, in their order and for as long as one of them has the next row: what one
 * has lost another may hold. Gives how many. Throws when there is no room.
 */
export function salvage(db: Database, sources: readonly string[]): number {
  const log = createEventLog(db);
  const adoptFrom = (source: string): number => {
    const before = log.head().seq;
    reading(source, (from) => {
      for (const row of createEventLog(from).raw(before)) if (!log.adopt(row)) break;
    });
    return log.head().seq - before;
  };
  const adoptAll = (): number => {
    let adopted = 0;
    for (let more = true; more;) {
      const round = sources.reduce((sum, source) => sum + adoptFrom(source), 0);
      adopted += round;
      more = round > 0;
    }
    return adopted;
  };
  return db.transaction(adoptAll).immediate();
}

/** Who may sign in is in no event: people who were added after the backup come from the files that have them. */
export function bringPeople(db: Database, sources: readonly string[]): void {
  const put = db.prepare(
    'INSERT OR IGNORE INTO operator (id, name, role, pin_hash, created_at_ms) VALUES (?, ?, ?, ?, ?)',
  );
  for (const source of sources)
    reading(source, (from) => {
      const people = from.prepare('SELECT id, name, role, pin_hash, created_at_ms FROM operator').raw().all();
      for (const person of people as unknown[][]) put.run(...person);
    });
}

/** A damaged file is read up to the damage and no further; what was taken from it is kept, unless there was no room. */
function reading(source: string, read: (from: Database) => void): void {
  try {
    readLedgerFile(source, read);
  } catch (error) {
    if (storageErrorCode(error) === 'disk-full') throw error;
  }
}
