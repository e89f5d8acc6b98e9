import type { Database } from 'better-sqlite3';
import { decodeEvent, EVENT_COLUMNS, type EventRow, type StoredEvent } from './event-log.ts';

/** Word for word what the index `ledger_event_diary` covers: SQLite uses it for nothing less. */
const IN_DIARY =
  "(subject IS NULL OR type IN ('forced', 'refund-requested', 'refund-done', 'refund-refused', 'refund-unclear'))";

/** Events that a person has answered for, kind by kind, without a look at the others. */
export interface DiaryLog {
  /** The `limit` newest events of a type before row `seq`, newest first. Which wallet was chosen last is no news. */
  before(type: string, seq: number, limit: number): StoredEvent[];
}

export function createDiaryLog(db: Database): DiaryLog {
  const select = db.prepare<[string, number, number], EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM ledger_event
     WHERE ${IN_DIARY} AND type = ? AND seq < ? AND body NOT LIKE '{"chosenPixKey":%'
     ORDER BY seq DESC LIMIT ?`,
  );
  return { before: (type, seq, limit) => select.all(type, seq, limit).map(decodeEvent) };
}
