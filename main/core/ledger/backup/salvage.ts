import type { Database } from 'better-sqlite3';
import { createEventLog } from '../event-log.ts';
import { isHashTold, NO_PIN, readToldPeople } from '../projections/people-event.ts';
import { restoreTexts } from '../texts/restore-texts.ts';
import { readLedgerFile } from './read-file.ts';
import { storageErrorCode } from '../storage-error.ts';

/**
 * Appends the rows of other files whose hash follows, for as long as one of the files has the next row, and takes the texts of
 * these rows. A row that one file has lost can be in another. Returns the number of rows. Throws if the disk has no room.
 */
export function salvage(db: Database, sources: readonly string[]): number {
  const log = createEventLog(db);
  const adoptFrom = (source: string): number => {
    const before = log.head().seq;
    reading(source, ['ledger_event'], (from) => {
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
  return db
    .transaction(() => {
      const { seq } = log.head();
      const adopted = adoptAll();
      restoreTexts(db, seq, sources, (source, read) => reading(source, ['outside_text'], read));
      return adopted;
    })
    .immediate();
}

/**
 * Makes the people again as the events tell them, with the most wrong PINs that a file counted. Their hashes come
 * from this file and the others: the first that has the digest of the events. If an older version wrote no digest, the first that there is. If no file proves the hash of a person, the
 * person has no PIN until a manager sets one. A person who is in no event is removed.
 */
export function restorePeople(db: Database, sources: readonly string[]): void {
  const told = readToldPeople(db);
  const hashes = new Map<string, StoredHash>();
  const failures = new Map<string, number>();
  const look = (from: Database): void => {
    const select = 'SELECT id, pin_hash, created_at_ms, failures FROM operator';
    for (const row of from.prepare<[], StoredHash>(select).all()) {
      const person = told.get(row.id);
      if (person === undefined) continue;
      failures.set(row.id, Math.max(failures.get(row.id) ?? 0, row.failures));
      if (hashes.has(row.id)) continue;
      if (row.pin_hash !== NO_PIN && isHashTold(person, row.pin_hash)) hashes.set(row.id, row);
    }
  };
  look(db);
  for (const source of sources) reading(source, ['operator'], look);
  const put = db.prepare(
    'INSERT INTO operator (id, name, role, active, pin_hash, created_at_ms, failures) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  db.transaction(() => {
    db.exec('DELETE FROM operator');
    for (const { id, name, role, active } of told.values()) {
      const { pin_hash, created_at_ms } = hashes.get(id) ?? { pin_hash: NO_PIN, created_at_ms: 0 };
      put.run(id, name, role, active ? 1 : 0, pin_hash, created_at_ms, failures.get(id) ?? 0);
    }
  }).immediate();
}

interface StoredHash {
  readonly id: string;
  readonly pin_hash: string;
  readonly created_at_ms: number;
  readonly failures: number;
}

/** Reads a file up to its damage. Keeps what was read before. Throws if the disk has no room, or another program holds the file. */
function reading(
  source: string,
  tables: readonly ('ledger_event' | 'operator' | 'outside_text')[],
  read: (from: Database) => void,
): void {
  try {
    readLedgerFile(source, read, tables);
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === 'disk-full' || code === 'held-by-another-program') throw error;
  }
}
