import { renameFile } from '../../../files/file-operations.ts';
import { newestBackups, REPLACED } from './backups.ts';
import { lastDayOf, lastRowOf, lastShared } from './proven.ts';
import { storageErrorCode } from '../storage-error.ts';

/*
 * A ledger that was once restored without its newest rows goes on from there, and its backups of before are then of
 * another branch: as high, or higher, and not its own.
 */

/** Backups, those first that share the most rows with what can be read of a ledger; else in the order in which they came. */
export function bySharedRows(backups: readonly string[], ledger: string | null): string[] {
  if (ledger === null) return [...backups];
  return backups
    .map((file) => ({ file, shared: lastShared(file, ledger, lastRowOf(file)) }))
    .sort((one, other) => other.shared - one.shared)
    .map(({ file }) => file);
}

/** The backups that go on where one of them ends, in the same order as `bySharedRows`. */
export function laterThan(backup: string, backups: readonly string[], ledger: string | null): string[] {
  const end = lastRowOf(backup);
  const later = backups.filter(
    (file) => file !== backup && lastRowOf(file) > end && lastShared(file, backup, end) === end,
  );
  return bySharedRows(later, ledger);
}

/**
 * Takes the backups that are not of this ledger's branch, and those that go beyond it, out of what is offered. They are kept
 * beside the others. One that cannot be read is left alone, and so is one that the disk does not let go: whoever restores
 * next looks at the branch.
 */
export function setOthersAside(folder: string, ledger: string): void {
  for (const file of newestBackups(folder)) {
    try {
      if (!isOf(ledger, file)) renameFile(file, file + REPLACED);
    } catch (error) {
      if (storageErrorCode(error) === null) throw error;
    }
  }
}

/** The business day of the newest backup if that is ahead of the ledger, or of another one; else null. */
export function dayOfStrangeBackup(folder: string, ledger: string): string | null {
  const newest = newestBackups(folder).find((file) => lastRowOf(file) > 0);
  if (newest === undefined || isOf(ledger, newest)) return null;
  return lastDayOf(newest);
}

/** True when a backup holds nothing that the ledger does not. */
function isOf(ledger: string, backup: string): boolean {
  const end = lastRowOf(backup);
  return lastShared(backup, ledger, end) === end;
}
