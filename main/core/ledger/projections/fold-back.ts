import type { Database } from 'better-sqlite3';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import type { Cancel, Clock } from '../../../../shared/kernel/time.ts';
import { storageErrorCode } from '../storage-error.ts';

/** Nothing has happened for so long, ms: the customer looks for a phone, and nobody waits for the till. */
const QUIET = 300;
/** So many changes are worth a walk to the disk; some 15 pages each. */
const ENOUGH = 40;

/** Folds the write-ahead log back into the database, away from whoever waits for a charge. */
export interface FoldBack {
  /** Something was written. */
  written(): void;
  stop(): void;
}

/**
 * In the moments when nothing happens at the till. Left alone SQLite does it at the end of a commit, which then takes ten
 * times as long: every tenth customer would wait for it.
 */
export function foldBackWhenQuiet(db: Database, clock: Clock, logger: Logger): FoldBack {
  let changes = 0;
  let due: Cancel | null = null;
  const fold = (): void => {
    changes = 0;
    try {
      // What a report still reads stays in the log until next time.
      db.pragma('wal_checkpoint(PASSIVE)');
    } catch (error) {
      const code = storageErrorCode(error);
      if (code === null) throw error;
      // Nothing is lost: the log is as safe as before. Whoever writes next is told what is wrong with the disk.
      logger.error('log-not-folded-back', { code });
    }
  };
  return {
    written() {
      changes += 1;
      due?.();
      due = changes < ENOUGH ? null : clock.after(QUIET, fold);
    },
    stop: () => due?.(),
  };
}
