import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { basename } from 'node:path';
import type { Logger } from '../../../shared/kernel/logger.ts';
import { MINUTE, type Clock } from '../../../shared/kernel/time.ts';
import type { Notices } from '../directory/notices.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { OpenedFile } from '../ledger/open-ledger.ts';
import type { Restored } from '../ledger/backup/restore.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';

/** An event of the ledger this far ahead of the clock means that the clock was set back, ms. */
const SET_BACK = MINUTE;

/** Tells people how the ledger was found: restored from a backup, damaged, or ahead of the clock. */
export function greet(
  { restored, notices: found }: OpenedFile,
  ledger: Ledger,
  notices: Notices,
  clock: Clock,
  logger: Logger,
): void {
  if (restored !== undefined) {
    const { backup, setAside, salvaged } = restored;
    logger.error('ledger-restored', { backup, setAside, salvaged });
  }
  for (const notice of found) notices.add(notice.code, notice.detail);
  const { log } = ledger;
  const newest = log.since(log.head().seq - 1, 1)[0];
  const ahead = newest === undefined ? 0 : newest.at - clock.now();
  if (ahead > SET_BACK) notices.add('clock-set-back', String(Math.round(ahead / MINUTE)));
  if (restored !== undefined) tellOfRestore(restored, ledger);
}

function tellOfRestore({ backup, setAside, salvaged }: Restored, ledger: Ledger): void {
  const told = { backup: backup === null ? null : basename(backup), setAside: basename(setAside), salvaged };
  try {
    ledger.record('ledger-restored', told, ACTORS.machine);
  } catch (error) {
    // A till without room for the diary still opens: the log has it, and the notice tells of it.
    if (storageErrorCode(error) === null) throw error;
  }
}
