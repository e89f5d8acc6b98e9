import type { Database } from 'better-sqlite3';
import { isTillEvent } from '../../../../shared/domain/ledger-event/till-event.ts';
import { createEventLog, decodeEvent, EVENT_COLUMNS, type EventRow } from '../event-log.ts';
import { readLedgerFile } from './read-file.ts';
import { storageErrorCode } from '../storage-error.ts';

/**
 * Appends the rows of other files whose hash follows, for as long as one of the files has the next row. A row that one file has
 * lost can be in another. Returns the number of rows. Throws if the disk has no room.
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
  return db.transaction(adoptAll).immediate();
}

/**
 * Adds people who came after the backup from the files that have them, because their PINs are in no event. Then keeps only the
 * people of whom an event of the restored chain tells, with the name and the role of that event.
 */
export function bringPeople(db: Database, sources: readonly string[]): void {
  const put = db.prepare(
    'INSERT OR IGNORE INTO operator (id, name, role, pin_hash, created_at_ms) VALUES (?, ?, ?, ?, ?)',
  );
  for (const source of sources)
    reading(source, ['operator'], (from) => {
      const people = from.prepare('SELECT id, name, role, pin_hash, created_at_ms FROM operator').raw().all();
      for (const person of people as unknown[][]) put.run(...person);
    });
  db.transaction(() => keepProven(db)).immediate();
}

function keepProven(db: Database): void {
  const added = db
    .prepare<[], EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM ledger_event WHERE subject IS NULL AND type = 'operator-added' ORDER BY seq`,
    )
    .all()
    .map(decodeEvent);
  const proven = new Map(
    added.flatMap((event) => (isTillEvent(event, 'operator-added') ? [[event.body.id, event.body]] : [])),
  );
  const drop = db.prepare('DELETE FROM operator WHERE id = ?');
  const correct = db.prepare('UPDATE operator SET name = ?, role = ? WHERE id = ?');
  for (const id of db.prepare<[], string>('SELECT id FROM operator').pluck().all()) {
    const person = proven.get(id);
    if (person === undefined) drop.run(id);
    else correct.run(person.name, person.role, id);
  }
}

/** Reads a file up to its damage. Keeps what was read before. Throws if the disk has no room. */
function reading(
  source: string,
  tables: readonly ('ledger_event' | 'operator')[],
  read: (from: Database) => void,
): void {
  try {
    readLedgerFile(source, read, tables);
  } catch (error) {
    if (storageErrorCode(error) === 'disk-full') throw error;
  }
}
