import { existsSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { newestBackups } from './backups.ts';
import { createEventLog, rowHash } from './event-log.ts';
import { openReadOnly } from './open-database.ts';
import { draftBeside, make, moveAside, removeWithSides } from './restore.ts';
import { storageErrorCode } from './storage-error.ts';

/** What was done. `lost` counts rows of the set aside file that nothing proves any more; it is kept. */
export interface ChosenRestore {
  readonly setAside: string;
  /** Rows taken over from the file that was there, after those of the backup. */
  readonly salvaged: number;
  readonly lost: number;
}

/** Why nothing was done. `would-lose` names the rows that the present ledger proves and the restored one would lack. */
export type RestoreRefusal =
  | { readonly code: 'not-found' | 'backup-unusable' }
  | {
      readonly code: 'would-lose';
      readonly events: number;
      readonly firstSeq: number;
      readonly lastSeq: number;
    };

/** What can be read of a ledger, row by row from the first: as far as each hash follows, and the number of the last row. */
interface Proven {
  readonly seq: number;
  readonly lastRow: number;
}

/**
 * Puts a backup that a person chose in the place of the ledger of `folder`, with every later event that the present file
 * still proves. It is done only if nothing that is proven is lost, and the present file is set aside, never deleted.
 * The ledger must be closed. Throws when the disk takes nothing; then nothing was moved.
 */
export function restoreChosen(
  folder: string,
  name: string,
  stamp: string,
): Result<ChosenRestore, RestoreRefusal> {
  const backup = newestBackups(folder).find((file) => basename(file) === name);
  if (backup === undefined) return err({ code: 'not-found' });
  const path = join(folder, 'ledger.db');
  const draft = draftBeside(path);
  removeWithSides(draft);
  try {
    const made = make(draft, backup, existsSync(path) ? path : null);
    if (made === 'unusable' || made === 'from-the-future') return err({ code: 'backup-unusable' });
    const present = readProven(path);
    const restored = readProven(draft);
    const common = lastCommon(path, draft, Math.min(present.seq, restored.seq));
    if (common < present.seq)
      return err({
        code: 'would-lose',
        events: present.seq - common,
        firstSeq: common + 1,
        lastSeq: present.seq,
      });
    const setAside = existsSync(path) ? moveAside(path, stamp, 'replaced') : '';
    renameSync(draft, path);
    return ok({
      setAside,
      salvaged: made.salvaged,
      lost: Math.max(0, present.lastRow - restored.seq),
    });
  } finally {
    removeWithSides(draft);
  }
}

function readProven(path: string): Proven {
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
  return {
    seq,
    lastRow: Math.max(
      seq,
      reading(path, 0, (log) => log.head().seq),
    ),
  };
}

/** The last row up to `seq` that both ledgers have, by its hash, which stands for all before it. */
function lastCommon(one: string, other: string, seq: number): number {
  return reading(one, 0, (log) =>
    reading(other, 0, (otherLog) => {
      const same = (at: number): boolean => {
        const hash = log.hashOf(at);
        return hash !== null && otherLog.hashOf(at)?.equals(hash) === true;
      };
      let [agreed, odd] = [0, seq + 1];
      while (odd - agreed > 1) {
        const middle = Math.floor((agreed + odd) / 2);
        if (same(middle)) agreed = middle;
        else odd = middle;
      }
      return agreed;
    }),
  );
}

/** What `read` gives, or `otherwise` where the file cannot be read: then it proves nothing. */
function reading<T>(path: string, otherwise: T, read: (log: ReturnType<typeof createEventLog>) => T): T {
  if (!existsSync(path)) return otherwise;
  try {
    const db = openReadOnly(path);
    try {
      return read(createEventLog(db));
    } finally {
      db.close();
    }
  } catch (error) {
    const code = storageErrorCode(error);
    // Where the tables themselves are gone, SQLite says so with its most general code.
    const isNoLedger = error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR';
    if (code !== 'damaged' && code !== 'io-error' && !isNoLedger) throw error;
    return otherwise;
  }
}
