import type { Database } from 'better-sqlite3';
import { decodeEvent, EVENT_COLUMNS, type EventRow, type StoredEvent } from './event-log.ts';
import { createTextReader } from './texts/outside-texts.ts';

/** Word for word what the index `ledger_event_diary` covers: SQLite uses it for nothing less. */
const IN_DIARY =
  "(subject IS NULL OR type IN ('forced', 'refund-requested', 'refund-done', 'refund-refused', 'refund-unclear'))";

/** Events that a person has answered for, kind by kind, without a look at the others. */
export interface DiaryLog {
  /** The `limit` newest events of a type before row `seq`, newest first. */
  before(type: string, seq: number, limit: number): StoredEvent[];
}

/** Events that are read at a time. */
const PAGE = 200;

/** Returns the sum in centavos of the refunds that were asked for on a business day, without those that the bank refused. */
export function refundsAskedOn(db: Database, day: string): number {
  const log = createDiaryLog(db);
  const ofDay = (type: string): StoredEvent[] => {
    const found: StoredEvent[] = [];
    let before = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const page = log.before(type, before, PAGE);
      const fits = page.filter((event) => event.businessDay >= day);
      found.push(...fits.filter((event) => event.businessDay === day));
      const last = page.at(-1);
      if (last === undefined || fits.length < page.length) return found;
      before = last.seq;
    }
  };
  const refused = new Set(ofDay('refund-refused').map(({ body }) => body['refundId']));
  const asked = ofDay('refund-requested').filter(({ body }) => !refused.has(body['refundId']));
  return asked.reduce((sum, { body }) => sum + Number(body['amount']), 0);
}

/** How older versions told of the chosen wallet: as a change of settings, which the diary leaves out. */
const WALLET_CHOSEN = `body LIKE '{"chosenPixKey":%'`;

export function createDiaryLog(db: Database): DiaryLog {
  const select = db.prepare<[string, number, number], EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM ledger_event
     WHERE ${IN_DIARY} AND type = ? AND seq < ? AND NOT (${WALLET_CHOSEN})
     ORDER BY seq DESC LIMIT ?`,
  );
  const withTexts = createTextReader(db);
  return {
    before: (type, seq, limit) => select.all(type, seq, limit).map((row) => withTexts(decodeEvent(row))),
  };
}
