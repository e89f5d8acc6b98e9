import type { Database } from 'better-sqlite3';
import { decodeEvent, EVENT_COLUMNS, type EventRow, type StoredEvent } from './event-log.ts';

/** Word for word what the index `ledger_event_diary` covers: SQLite uses it for nothing less. */
const IN_DIARY =
  "(subject IS NULL OR type IN ('forced', 'refund-requested', 'refund-done', 'refund-refused', 'refund-unclear'))";

/** Events that a person has answered for, kind by kind, without a look at the others. */
export interface DiaryLog {
  /** The `limit` newest events of a type before row `seq`, newest first. */
  before(type: string, seq: number, limit: number): StoredEvent[];
}

/** How older versions told of the chosen wallet: as a change of settings, which the diary leaves out. */
const WALLET_CHOSEN = `body LIKE '{"chosenPixKey":%'`;

export function createDiaryLog(db: Database): DiaryLog {
  const select = db.prepare<[string, number, number], EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM ledger_event
     WHERE ${IN_DIARY} AND type = ? AND seq < ? AND NOT (${WALLET_CHOSEN})
     ORDER BY seq DESC LIMIT ?`,
  );
  return { before: (type, seq, limit) => select.all(type, seq, limit).map(decodeEvent) };
}
