import type { Logger } from '../../../../shared/kernel/logger.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import { checkBeside, checkFile } from './check-beside.ts';
import { foldBackWhenQuiet } from '../projections/fold-back.ts';
import { keepPeriods } from './keep-periods.ts';
import { lookAtBackups } from './look-at-backups.ts';
import type { OpenedFile } from '../open-ledger.ts';
import { scheduleBackups } from '../backup/scheduled-backup.ts';

/** What keeps an open ledger file sound. */
export interface Upkeep {
  /** Makes a backup now and gives its file; null for a ledger in memory. `label` ends its name. Rejects when it fails. */
  backUp(label: string): Promise<string | null>;
  /** Something was written, or may have been. */
  written(): void;
  /** Ends all of it; only then may the file be closed. */
  stop(): Promise<void>;
}

export interface UpkeepPorts {
  /** The store's time zone. */
  readonly zone: () => string;
  readonly damaged: (damage: string) => void;
  /** Hears the business day of the newest backup if that is ahead of the ledger, or of another one. */
  readonly strange: (day: string) => void;
  /** Hears why a backup failed, or null when one was made. */
  readonly backedUp: (failure: string | null) => void;
}

/**
 * What an open ledger file needs while the till works: a look at all of it, backups, the end of what is too old, and a
 * write-ahead log that is folded back in time. A ledger in memory needs none.
 */
export function keepUp(
  { db, path, folder }: OpenedFile,
  clock: Clock,
  logger: Logger,
  { zone, damaged, strange, backedUp }: UpkeepPorts,
): Upkeep {
  if (db.memory)
    return { backUp: () => Promise.resolve(null), written: () => undefined, stop: () => Promise.resolve() };
  const stopCheck = checkBeside(path, folder, clock, logger, damaged);
  const stopLook = lookAtBackups(path, folder, clock, logger, strange);
  const backups = scheduleBackups(db, folder, { clock, logger, zone, check: checkFile, told: backedUp });
  const stopPeriods = keepPeriods(db, folder, { clock, logger, zone });
  const folding = foldBackWhenQuiet(db, clock, logger);
  return {
    backUp: backups.now,
    written: folding.written,
    async stop() {
      folding.stop();
      stopPeriods();
      await Promise.all([stopCheck(), stopLook(), backups.stop()]);
    },
  };
}
