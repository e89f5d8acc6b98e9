import type { Database } from 'better-sqlite3';
import { storageErrorCode } from '../storage-error.ts';
import type { Fault } from './fault.ts';
import { verifyChain } from './verify-chain.ts';
import { verifyCharges } from './verify-charges.ts';
import { createShiftCheck } from './verify-shifts.ts';

/** What a ledger holds, and the first thing that is wrong with it; null when all of it is as it should be. */
export interface Verdict {
  readonly events: number;
  readonly charges: number;
  readonly closings: number;
  /** SHA-256 of the newest row, hexadecimal; it stands for everything before it. */
  readonly headHash: string;
  readonly fault: Fault | null;
}

/** The triggers without which a row could be changed by mistake. */
const GUARDS = [
  'closing_no_delete',
  'closing_no_update',
  'closing_status_no_delete',
  'closing_status_no_update',
  'closing_wallet_no_delete',
  'closing_wallet_no_update',
  'ledger_event_no_delete',
  'ledger_event_no_update',
];

/**
 * Reads all of a ledger, its pages, its chain and everything that is made from its events, within one snapshot: a till
 * may go on selling meanwhile. Writes nothing; a connection that cannot write will do.
 */
export function verifyLedger(db: Database): Verdict {
  db.exec('BEGIN');
  let events = 0;
  let headHash = Buffer.alloc(32).toString('hex');
  const shifts = createShiftCheck(db);
  const fault = attempt(
    () =>
      findBadPage(db) ??
      verifyChain(db, (row) => {
        events = row.seq;
        headHash = row.hash.toString('hex');
        shifts.note(row);
      }) ??
      verifyCharges(db) ??
      shifts.compare() ??
      findMissingGuard(db),
  );
  const count = (table: 'charge' | 'closing'): number =>
    fault === null ? (db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0) : 0;
  const verdict = { events, charges: count('charge'), closings: count('closing'), headHash, fault };
  db.exec('COMMIT');
  return verdict;
}

/** A file that cannot be read is a finding, not a failure. */
function attempt(find: () => Fault | null): Fault | null {
  try {
    return find();
  } catch (error) {
    const code = storageErrorCode(error);
    if (code !== 'damaged' && code !== 'io-error') throw error;
    return { code: 'page', seq: null, subject: null, detail: String(error) };
  }
}

function findBadPage(db: Database): Fault | null {
  const pages = db.pragma('quick_check(1)', { simple: true });
  return pages === 'ok'
    ? null
    : { code: 'page', seq: null, subject: null, detail: String(pages).slice(0, 200) };
}

function findMissingGuard(db: Database): Fault | null {
  const there = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  const gone = GUARDS.find((name) => !there.includes(name));
  return gone === undefined ? null : { code: 'guard', seq: null, subject: gone, detail: gone };
}
