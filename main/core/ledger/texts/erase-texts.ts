import type { Database } from 'better-sqlite3';
import type { By } from '../../../../shared/domain/ledger-event/by.ts';
import { isTillEvent } from '../../../../shared/domain/ledger-event/till-event.ts';
import { createDiaryLog } from '../diary-log.ts';
import type { Ledger } from '../ledger.ts';
import { forgetSlipsOf } from './slip-texts.ts';

/** For SQLite a limit below zero is none. */
const EVERY = -1;

/**
 * Erases the texts of a charge that came from outside, also those on its slips, and records who did it. The chain stays as it is:
 * it has digests of the texts, or the texts themselves in rows of older versions, which no reader of events shows any more.
 * Overwrites the erased bytes in the file and empties the write-ahead log, unless another connection reads it at this moment.
 */
export function eraseTexts(
  ledger: Pick<Ledger, 'db' | 'log' | 'charges' | 'record'>,
  id: string,
  by: By,
): void {
  const { db, log, charges, record } = ledger;
  db.pragma('secure_delete = ON');
  try {
    record('texts-erased', { chargeId: id }, by, () => {
      noteErased(db, id, log.head().seq + 1);
      charges.forgetTexts(id);
      forgetSlipsOf(db, id);
    });
  } finally {
    db.pragma('secure_delete = OFF');
  }
  emptyLog(db);
}

/** Empties the write-ahead log, which has the erased pages. Waits for no reader, because the till would stand still. */
function emptyLog(db: Database): void {
  const usual = db.pragma('busy_timeout', { simple: true }) as number;
  db.pragma('busy_timeout = 0');
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.pragma(`busy_timeout = ${usual}`);
  }
}

/** Returns the row that erased the texts of a charge, the newest if there are several, or null. */
export function erasedAt(db: Database, chargeId: string): number | null {
  const select = db.prepare<[string], number>('SELECT event_seq FROM texts_erased WHERE charge_id = ?');
  return select.pluck().get(chargeId) ?? null;
}

/** Erases again what the events of a ledger say was erased: a backup from before can have the texts. */
export function eraseAgain(db: Database): void {
  db.pragma('secure_delete = ON');
  db.exec('DELETE FROM texts_erased');
  const events = createDiaryLog(db).before('texts-erased', Number.MAX_SAFE_INTEGER, EVERY);
  for (const event of events.toReversed())
    if (isTillEvent(event, 'texts-erased')) {
      noteErased(db, event.body.chargeId, event.seq);
      forgetSlipsOf(db, event.body.chargeId);
    }
  db.pragma('secure_delete = OFF');
}

/** Deletes the texts of the events of a charge before row `seq`, and notes that this row erased them. */
function noteErased(db: Database, chargeId: string, seq: number): void {
  db.prepare(
    `DELETE FROM outside_text WHERE event_seq < ? AND event_seq IN (SELECT seq FROM ledger_event WHERE subject = ?)`,
  ).run(seq, chargeId);
  db.prepare(
    `INSERT INTO texts_erased (charge_id, event_seq) VALUES (?, ?)
     ON CONFLICT (charge_id) DO UPDATE SET event_seq = excluded.event_seq`,
  ).run(chargeId, seq);
}
