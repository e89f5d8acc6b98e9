import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { isHeldError } from '../../../files/while-held.ts';
import { newestBackups, stampOf } from './backups.ts';
import { laterThan, setOthersAside } from './branches.ts';
import type { Birth } from '../identity.ts';
import { openDatabase } from '../open-database.ts';
import { lastRowOf, lastShared, readProven } from './proven.ts';
import { draftBeside, make, replaceLedger } from './restore.ts';
import { removeWithSides, removeWithSidesIfFree } from './sides.ts';
import { isUnreadable } from '../storage-error.ts';

/** What was done. `lost` counts rows that the set aside file, or a later backup, had and that nothing proves any more. */
export interface ChosenRestore {
  readonly setAside: string;
  /** Rows taken over from the file that was there and from later backups, after those of the backup. */
  readonly salvaged: number;
  readonly lost: number;
}

/**
 * Why nothing was done. `would-lose` names the rows that the present ledger proves and the restored one would lack;
 * `ledger-in-use`: another program or a report reads the present file, or holds a file of the restore; `other-mode`: the backup is of training and the ledger
 * of production, or the reverse.
 */
export type RestoreRefusal =
  | { readonly code: 'not-found' | 'backup-unusable' | 'other-mode' | 'ledger-in-use' }
  | {
      readonly code: 'would-lose';
      readonly events: number;
      readonly firstSeq: number;
      readonly lastSeq: number;
    };

/**
 * Puts a backup that a person chose in the place of the ledger of `folder`, with every later event that the present file
 * or a later backup still proves. It is done only if nothing that the present file proves is lost, and that file is set
 * aside, never deleted. The ledger must be closed. Throws when the disk takes nothing; then nothing was moved.
 */
export function restoreChosen(
  folder: string,
  name: string,
  { mode, now, ledgerId }: Pick<Birth, 'mode' | 'now' | 'ledgerId'>,
): Result<ChosenRestore, RestoreRefusal> {
  const backup = newestBackups(folder).find((file) => basename(file) === name);
  if (backup === undefined) return err({ code: 'not-found' });
  const path = join(folder, 'ledger.db');
  const draft = draftBeside(path);
  try {
    removeWithSides(draft);
    if (!foldLog(path)) return err({ code: 'ledger-in-use' });
    const later = laterThan(backup, newestBackups(folder), path);
    // What the present file still proves comes first: no other branch may stand in its way.
    const made = make(draft, backup, existsSync(path) ? [path, ...later] : later, { mode, ledgerId });
    if (made === 'other-mode') return err({ code: made });
    if (made === 'unusable' || made === 'other-ledger' || made === 'from-the-future')
      return err({ code: 'backup-unusable' });
    const present = readProven(path);
    const restored = readProven(draft);
    const common = lastShared(path, draft, Math.min(present.seq, restored.seq));
    if (common < present.seq)
      return err({
        code: 'would-lose',
        events: present.seq - common,
        firstSeq: common + 1,
        lastSeq: present.seq,
      });
    const highest = Math.max(present.lastRow, ...later.map(lastRowOf));
    const isThere = existsSync(path);
    const aside = replaceLedger(path, draft, stampOf(now), 'replaced');
    setOthersAside(folder, path);
    return ok({
      setAside: isThere ? aside : '',
      salvaged: made.salvaged,
      lost: Math.max(0, highest - restored.seq),
    });
  } catch (error) {
    if (!isHeldError(error)) throw error;
    return err({ code: 'ledger-in-use' });
  } finally {
    removeWithSidesIfFree(draft);
  }
}

/** Between the moves of a file and of its log the newest sales would stand in neither. False while somebody reads them. */
function foldLog(path: string): boolean {
  if (!existsSync(`${path}-wal`)) return true;
  try {
    const db = openDatabase(path);
    try {
      db.pragma('busy_timeout = 0');
      return db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
    } finally {
      db.close();
    }
  } catch (error) {
    // What is damaged is moved as it is, with its log: the next start knows them as a pair.
    if (!isUnreadable(error)) throw error;
    return true;
  }
}
