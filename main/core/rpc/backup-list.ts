import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { BackupView } from '../../../shared/contract/closing.ts';
import { newestBackups, readBackupName, UNREAD } from '../ledger/backup/backups.ts';
import type { Till } from '../till/till.ts';

/**
 * Returns the backups of a till, those with the most events first. A backup is `verified` if it was read to its end before it
 * got its name. Backups of a migration are not.
 */
export function listBackups(till: Till): BackupView[] {
  const { seq: head } = till.ledger.log.head();
  return newestBackups(till.folder).flatMap((file) => {
    const name = readBackupName(file);
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (name === null || size === undefined) return [];
    return [
      {
        name: basename(file),
        madeAt: name.madeAt,
        bytes: size,
        events: name.seq,
        behind: Math.max(0, head - name.seq),
        verified: !file.endsWith(`-${UNREAD}.db`),
      },
    ];
  });
}
