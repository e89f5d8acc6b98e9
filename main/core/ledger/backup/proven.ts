import { existsSync } from 'node:fs';
import { isHeldError } from '../../../files/while-held.ts';
import { createEventLog, rowHash, type EventLog } from '../event-log.ts';
import { isBackup } from '../open-database.ts';
import { readLedgerFile } from './read-file.ts';
import { isUnreadable, storageErrorCode } from '../storage-error.ts';

/** What can be read of a ledger, row by row from the first: as far as each hash follows, and the number of the last row. */
export interface Proven {
  readonly seq: number;
  readonly lastRow: number;
}

export function readProven(path: string): Proven {
  let seq = 0;
  let hash: Buffer = Buffer.alloc(32);
  reading(path, null, (log) => {
    for (const row of log.raw(0)) {
      if (row.seq !== seq + 1 || !rowHash(hash, row).equals(row.hash)) break;
      seq = row.seq;
      hash = row.hash;
    }
    return null;
  });
  // The newest row may be readable although one before it is not.
  return { seq, lastRow: Math.max(seq, lastRowOf(path)) };
}

/** The number of the newest row that can be read, or 0. */
export function lastRowOf(path: string): number {
  return reading(path, 0, (log) => log.head().seq);
}

/** Returns the same. 0 also for a file that another program holds. */
export function lastRowIfFree(path: string): number {
  try {
    return lastRowOf(path);
  } catch (error) {
    if (!isHeldError(error)) throw error;
    return 0;
  }
}

/** The business day of the newest row that can be read, or null. */
export function lastDayOf(path: string): string | null {
  return reading(path, null, (log) => {
    const [newest] = log.raw(log.head().seq - 1);
    return newest?.business_day ?? null;
  });
}

/**
 * The last row up to `seq` that both ledgers have, by its hash, which stands for all before it; 0 for none. A row that
 * either cannot read proves nothing, and one beside it is asked instead.
 */
export function lastShared(one: string, other: string, seq: number): number {
  return reading(one, 0, (log) => reading(other, 0, (otherLog) => searchShared(log, otherLog, seq)));
}

function searchShared(log: EventLog, other: EventLog, seq: number): number {
  const compare = (at: number): 'same' | 'other' | 'unreadable' => {
    try {
      const [hash, otherHash] = [log.hashOf(at), other.hashOf(at)];
      return hash !== null && otherHash?.equals(hash) === true ? 'same' : 'other';
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      return 'unreadable';
    }
  };
  let [agreed, odd] = [0, seq + 1];
  while (odd - agreed > 1) {
    const readable = around(Math.floor((agreed + odd) / 2), agreed, odd).find(
      (at) => compare(at) !== 'unreadable',
    );
    if (readable === undefined) break;
    if (compare(readable) === 'same') agreed = readable;
    else odd = readable;
  }
  return agreed;
}

/** A row and some on both sides of it, ever further away, between two others: damage takes many rows that stand together. */
function around(middle: number, above: number, below: number): number[] {
  const found = [middle];
  for (let far = 1; far < below - above; far *= 2)
    found.push(...[middle - far, middle + far].filter((at) => at > above && at < below));
  return found;
}

/** What `read` gives, or `otherwise` where the file cannot be read: then it proves nothing. */
function reading<T>(path: string, otherwise: T, read: (log: EventLog) => T): T {
  if (!existsSync(path)) return otherwise;
  try {
    return readLedgerFile(path, (db) => read(createEventLog(db)));
  } catch (error) {
    // A backup that may not be opened here is no reason to stop; a ledger that may not be opened can prove much.
    const isClosed = isBackup(path) && storageErrorCode(error) === 'read-only';
    if (!isUnreadable(error) && !isClosed) throw error;
    return otherwise;
  }
}
