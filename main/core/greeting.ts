import type { Logger } from '../../shared/kernel/logger.ts';
import { MINUTE, type Clock } from '../../shared/kernel/time.ts';
import type { Notices } from './directory/notices.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { OpenedFile } from './ledger/open-ledger.ts';

/** An event of the ledger this far ahead of the clock means that the clock was set back, ms. */
const SET_BACK = MINUTE;

/** Tells people how the ledger was found: restored from a backup, damaged, or ahead of the clock. */
export function greet(
  { restored, notices: found }: OpenedFile,
  log: Ledger['log'],
  notices: Notices,
  clock: Clock,
  logger: Logger,
): void {
  if (restored !== undefined) {
    const { backup, setAside, salvaged } = restored;
    logger.error('ledger-restored', { backup, setAside, salvaged });
  }
  for (const notice of found) notices.add(notice.code, notice.detail);
  const newest = log.since(log.head().seq - 1, 1)[0];
  const ahead = newest === undefined ? 0 : newest.at - clock.now();
  if (ahead > SET_BACK) notices.add('clock-set-back', String(Math.round(ahead / MINUTE)));
}
