import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { createEventLog } from '../event-log.ts';

/**
 * What SQLite finds wrong with a file, or null. Indexes are held against their tables too, which a quick check leaves out:
 * the screens read amounts from indexes alone. It takes some three times as long; never before a till opens that is well.
 */
export function findBadPage(db: Database): string | null {
  const pages = db.pragma('integrity_check(1)', { simple: true });
  return pages === 'ok' ? null : String(pages).slice(0, 200);
}

/**
 * What is wrong with a ledger, in a few words, or null. Reads the whole file: its pages, the chain of its events from
 * the first, and whether each charge has as many events as changes, so that a cut off end is noticed too.
 */
export function findDamage(db: Database): string | null {
  const page = findBadPage(db);
  if (page !== null) return page;
  const broken = createEventLog(db).firstBroken();
  if (broken !== null) return `the chain breaks at event ${broken}`;
  const odd = firstOddCharge(db, '');
  return odd === null ? null : `charge ${odd} does not stand as its events say`;
}

/** The same for the newest `rows` events and the charges that are open: quick enough to do before the till opens. */
export function findRecentDamage(db: Database, rows: number): string | null {
  const log = createEventLog(db);
  const broken = log.firstBroken(Math.max(0, log.head().seq - rows));
  if (broken !== null) return `the chain breaks at event ${broken}`;
  const odd = firstOddCharge(db, 'WHERE settled = 0');
  return odd === null ? null : `charge ${odd} does not stand as its events say`;
}

function firstOddCharge(db: Database, where: '' | 'WHERE settled = 0'): string | null {
  const charges = db.prepare<[], { id: string; version: number }>(`SELECT id, version FROM charge ${where}`);
  const events = db.prepare<[string], number>('SELECT count(*) FROM ledger_event WHERE subject = ?').pluck();
  for (const { id, version } of charges.iterate()) if (events.get(id) !== version) return id;
  return null;
}

/** Left in a data folder whose ledger was found damaged while it was at work: the next start looks at all of it. */
function markOf(folder: string): string {
  return join(folder, 'ledger-suspect');
}

export function isSuspect(folder: string): boolean {
  return existsSync(markOf(folder));
}

export function markSuspect(folder: string, damage: string): void {
  writeFileSync(markOf(folder), damage);
}

export function clearSuspicion(folder: string): void {
  rmSync(markOf(folder), { force: true });
}
