import type { Database } from 'better-sqlite3';
import type { HeadDifference } from '../../../../shared/domain/ledger-event/till-event.ts';
import { newestBackups } from '../backup/backups.ts';
import { lastRowIfFree } from '../backup/proven.ts';
import { createEventLog } from '../event-log.ts';
import { readLedgerId } from '../identity.ts';
import type { Head } from './signed-head.ts';

/** Returns the present head of a ledger. Null for one without rows. */
export function headOf(db: Database): Head | null {
  const { seq, hash } = createEventLog(db).head();
  const ledgerId = readLedgerId(db);
  return ledgerId === null ? null : { ledgerId, seq, hash: hash.toString('hex') };
}

/**
 * Compares a ledger with a head that was kept outside its folder. Returns null if the ledger goes through it. `rolled-back`: the
 * ledger and its backups are of an earlier time. `cut`: the ledger ends before the head and before its newest backup.
 * `rewritten`: its row has another hash, or it is another ledger.
 */
export function compareHead(db: Database, folder: string, outside: Head): HeadDifference | null {
  const present = headOf(db);
  if (present === null || present.ledgerId !== outside.ledgerId) return 'rewritten';
  const known = createEventLog(db).hashOf(outside.seq);
  if (known !== null) return known.toString('hex') === outside.hash ? null : 'rewritten';
  return newestBackups(folder).some((file) => lastRowIfFree(file) > present.seq) ? 'cut' : 'rolled-back';
}
