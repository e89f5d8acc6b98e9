import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { removeFile, writeText } from '../../../files/file-operations.ts';
import { createEventLog } from '../event-log.ts';

/**
 * Returns what SQLite finds wrong with a file, or null. Compares indexes with their tables too, which a quick check leaves out:
 * the screens read amounts from indexes alone. That takes three times as long, so a till that is in order opens without it.
 */
export function findBadPage(db: Database): string | null {
  const pages = db.pragma('integrity_check(1)', { simple: true });
  return pages === 'ok' ? null : String(pages).slice(0, 200);
}

/**
 * Returns what is wrong with a ledger, in a few words, or null. Reads the whole file: its pages, the chain of its events from
 * the first, and each charge and closing against the events, so that a missing end is noticed too.
 */
export function findDamage(db: Database): string | null {
  const page = findBadPage(db);
  if (page !== null) return page;
  return findBreak(db, 0) ?? findOddProjection(db, 0, Number.MAX_SAFE_INTEGER);
}

/**
 * Does the same for the newest `rows` events, the open charges, and the newest charges and closings: quick enough to do before
 * the till opens. Finds a write-ahead log of another time beside the file: it brings some tables to a time that the others are
 * not of.
 */
export function findRecentDamage(db: Database, rows: number): string | null {
  const from = Math.max(0, createEventLog(db).head().seq - rows);
  return findBreak(db, from) ?? findOddProjection(db, from, NEWEST);
}

/** Newest charges and closings that are compared with the events before a till opens. */
const NEWEST = 50;

function findBreak(db: Database, from: number): string | null {
  const broken = createEventLog(db).firstBroken(from);
  return broken === null ? null : `the chain breaks at event ${broken}`;
}

/** Compares charges and closings with the events: the `newest` of them, and those of the events after row `from`. */
function findOddProjection(db: Database, from: number, newest: number): string | null {
  const charge =
    firstOddCharge(db, 'SELECT id FROM charge WHERE settled = 0', []) ??
    firstOddCharge(db, 'SELECT id FROM charge ORDER BY id DESC LIMIT ?', [newest]) ??
    firstOddCharge(
      db,
      'SELECT DISTINCT subject AS id FROM ledger_event WHERE seq > ? AND subject IS NOT NULL',
      [from],
    );
  if (charge !== null) return `charge ${charge} does not stand as its events say`;
  const closing = firstOddClosing(db, newest) ?? firstMissingClosing(db, from);
  return closing === null ? null : `closing ${closing} does not stand as its event says`;
}

/** Returns the first of these charges that has another number of changes than events. */
function firstOddCharge(db: Database, ids: string, parameters: readonly number[]): string | null {
  const version = db.prepare<[string], number>('SELECT version FROM charge WHERE id = ?').pluck();
  const events = db.prepare<[string], number>('SELECT count(*) FROM ledger_event WHERE subject = ?').pluck();
  for (const id of db
    .prepare<unknown[], string>(ids)
    .pluck()
    .iterate(...parameters))
    if (events.get(id) !== version.get(id)) return id;
  return null;
}

/** Returns the first of the newest closings whose event is not in the chain with the hash that the closing has. */
function firstOddClosing(db: Database, newest: number): string | null {
  const odd = db.prepare<[number], string>(
    `SELECT shift_id FROM (SELECT shift_id, event_seq, event_hash FROM closing ORDER BY event_seq DESC LIMIT ?) AS made
     WHERE NOT EXISTS (SELECT 1 FROM ledger_event
       WHERE seq = made.event_seq AND type = 'shift-closed' AND hash = made.event_hash)`,
  );
  return odd.pluck().get(newest) ?? null;
}

/** Returns the shift of the first event after row `from` that ended a shift with figures and has no closing. */
function firstMissingClosing(db: Database, from: number): string | null {
  const missing = db.prepare<[number], string>(
    `SELECT json_extract(body, '$.shiftId') FROM ledger_event AS event
     WHERE subject IS NULL AND type = 'shift-closed' AND seq > ? AND json_extract(body, '$.figures') IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM closing WHERE event_seq = event.seq)`,
  );
  return missing.pluck().get(from) ?? null;
}

/** Returns the mark of a ledger that was found damaged while the till worked. The next start checks the whole ledger. */
function markOf(folder: string): string {
  return join(folder, 'ledger-suspect');
}

export function isSuspect(folder: string): boolean {
  return existsSync(markOf(folder));
}

export function markSuspect(folder: string, damage: string): void {
  writeText(markOf(folder), damage);
}

export function clearSuspicion(folder: string): void {
  removeFile(markOf(folder));
}
