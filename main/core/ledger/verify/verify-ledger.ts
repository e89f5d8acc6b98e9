import type { Database } from 'better-sqlite3';
import type { RawEvent } from '../event-log.ts';
import { createClosingRepo } from '../projections/closing-repo.ts';
import { findBadPage } from '../upkeep/integrity.ts';
import { storageErrorCode } from '../storage-error.ts';
import type { Fault } from './fault.ts';
import { verifyCells } from './verify-cells.ts';
import { verifyChain } from './verify-chain.ts';
import { verifyCharges } from './verify-charges.ts';
import { createDirectoryCheck } from './verify-directory.ts';
import { findOddGuard, findOddTable } from './verify-schema.ts';
import { createShiftCheck } from './verify-shifts.ts';
import { createTextCheck, type TextCount } from './verify-texts.ts';

/** The result of a check: how much a ledger contains, and its first fault, or null. */
export interface Verification {
  readonly events: number;
  readonly charges: number;
  readonly closings: number;
  /** SHA-256 of the newest row, hexadecimal; it stands for everything before it. */
  readonly headHash: string;
  /** The row of the newest closing: what stands at the foot of its paper, with the first characters of the hash. */
  readonly lastClosing: { readonly seq: number; readonly hash: string } | null;
  /** The texts from outside, which are beside the chain. */
  readonly texts: TextCount;
  readonly fault: Fault | null;
}

/**
 * Reads all of a ledger, its pages, its chain and everything that is made from its events, within one snapshot: a till
 * may go on selling meanwhile. Writes nothing; a connection that cannot write will do.
 *
 * @param seen gets each row that follows in the chain.
 */
export function verifyLedger(db: Database, seen: (row: RawEvent) => void = () => undefined): Verification {
  db.exec('BEGIN');
  let events = 0;
  let headHash = Buffer.alloc(32).toString('hex');
  const shifts = createShiftCheck(db);
  const directory = createDirectoryCheck(db);
  const texts = createTextCheck(db);
  const fault = attempt(
    () =>
      badPage(db) ??
      findOddTable(db) ??
      verifyChain(db, (row) => {
        events = row.seq;
        headHash = row.hash.toString('hex');
        shifts.note(row);
        directory.note(row);
        texts.note(row);
        seen(row);
      }) ??
      verifyCharges(db) ??
      verifyCells(db) ??
      shifts.compare() ??
      directory.compare() ??
      texts.compare() ??
      findOddGuard(db),
  );
  const contents = fault === null ? countContents(db) : { charges: 0, closings: 0, lastClosing: null };
  const verification = { events, headHash, ...contents, texts: texts.count(), fault };
  db.exec('COMMIT');
  return verification;
}

function countContents(db: Database): Pick<Verification, 'charges' | 'closings' | 'lastClosing'> {
  const count = (table: 'charge' | 'closing'): number =>
    db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  const [last] = createClosingRepo(db).before(Number.MAX_SAFE_INTEGER, 1);
  const lastClosing =
    last === undefined ? null : { seq: last.eventSeq, hash: last.eventHash.toString('hex') };
  return { charges: count('charge'), closings: count('closing'), lastClosing };
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

function badPage(db: Database): Fault | null {
  const detail = findBadPage(db);
  return detail === null ? null : { code: 'page', seq: null, subject: null, detail };
}
