import type { Database } from 'better-sqlite3';
import { SLIP_DAYS } from '../../../../shared/kernel/retention.ts';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import { DAY, epochMs, MINUTE, type Cancel, type Clock } from '../../../../shared/kernel/time.ts';
import { removeOldFiles } from '../backup/kept-files.ts';
import { storageErrorCode } from '../storage-error.ts';
import { forgetSlipsBefore } from '../texts/slip-texts.ts';

/** The wait after a start, so that the customer at the counter is first, ms. */
const FIRST = 2 * MINUTE;
/** Slips that are emptied in one transaction, and the wait before the next, ms: a sale can begin between them. */
const AT_ONCE = 50;
const PAUSE = 200;

/**
 * Each day, removes what is older than its period (`shared/kernel/retention.ts`): old backups, files that restores left,
 * and the content of old slips. The returned function stops it.
 */
export function keepPeriods(
  db: Database,
  folder: string,
  { clock, logger, zone }: { readonly clock: Clock; readonly logger: Logger; readonly zone: () => string },
): Cancel {
  let due: Cancel | null = null;
  let emptied = 0;

  const orLog = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      const code = storageErrorCode(error) ?? (error as NodeJS.ErrnoException).code;
      if (code === undefined) throw error;
      // What is left is removed on another day.
      logger.error('old-data-not-removed', { code });
    }
  };
  const emptySlips = (): void => {
    let changed = 0;
    orLog(() => {
      changed = forgetSlipsBefore(db, epochMs(clock.now() - SLIP_DAYS * DAY), AT_ONCE);
    });
    emptied += changed;
    if (changed === AT_ONCE) {
      due = clock.after(PAUSE, emptySlips);
      return;
    }
    if (emptied > 0) logger.info('old-slips-emptied', { slips: emptied });
    emptied = 0;
    due = clock.after(DAY, day);
  };
  const day = (): void => {
    orLog(() => removeOldFiles(folder, zone()));
    emptySlips();
  };

  due = clock.after(FIRST, day);
  return () => due?.();
}
