import { basename } from 'node:path';
import type { Logger } from '../../../shared/kernel/logger.ts';
import { MINUTE, type Clock } from '../../../shared/kernel/time.ts';
import type { Notices } from '../directory/notices.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { OpenedFile } from '../ledger/open-ledger.ts';
import type { Restored } from '../ledger/backup/restore.ts';
import { recordIfPossible } from '../ledger/record-if-possible.ts';

/** If the newest event is ahead of the clock by more than this, the clock was set back, ms. */
const SET_BACK = MINUTE;

/**
 * Reports in the log, in notices and in the diary how the ledger was opened: restored from a backup, damaged, or ahead of the
 * clock.
 */
export function reportHowLedgerOpened(
  { restored, notices: fromOpening }: OpenedFile,
  ledger: Ledger,
  notices: Notices,
  clock: Clock,
  logger: Logger,
): void {
  if (restored !== undefined) {
    const { backup, setAside, salvaged } = restored;
    logger.error('ledger-restored', { backup, setAside, salvaged });
  }
  for (const notice of fromOpening) notices.add(notice.code, notice.detail);
  const { log } = ledger;
  const newest = log.since(log.head().seq - 1, 1)[0];
  const ahead = newest === undefined ? 0 : newest.at - clock.now();
  if (ahead > SET_BACK) notices.add('clock-set-back', String(Math.round(ahead / MINUTE)));
  if (restored !== undefined) recordRestore(restored, ledger);
}

function recordRestore({ backup, setAside, salvaged }: Restored, ledger: Ledger): void {
  const body = { backup: backup === null ? null : basename(backup), setAside: basename(setAside), salvaged };
  // If the disk does not accept the row, the log and the notice report the restore.
  recordIfPossible(ledger, 'ledger-restored', body);
}
