import type { Database } from 'better-sqlite3';
import { createEventLog, rowHash, type RawEvent } from '../event-log.ts';
import type { Fault } from './fault.ts';

/** Reads every row from the first: none is missing, and each hash follows from the one before. `seen` gets each good row. */
export function verifyChain(db: Database, seen: (row: RawEvent) => void): Fault | null {
  let hash: Buffer = Buffer.alloc(32);
  let expected = 1;
  for (const row of createEventLog(db).raw(0)) {
    if (row.seq !== expected)
      return { code: 'row-missing', seq: expected, subject: null, detail: `${expected}–${row.seq - 1}` };
    if (!rowHash(hash, row).equals(row.hash))
      return { code: 'hash', seq: row.seq, subject: row.subject, detail: row.type };
    seen(row);
    hash = row.hash;
    expected += 1;
  }
  return null;
}
