import type { Database } from 'better-sqlite3';
import type { Logger } from '../../../shared/kernel/logger.ts';
import { HOUR, MINUTE, type Cancel, type Clock } from '../../../shared/kernel/time.ts';
import { backupBeside, newestBackups, readBackupName, stampOf } from './backups.ts';
import { createEventLog } from './event-log.ts';
import { storageErrorCode } from './storage-error.ts';

/** The first look waits until the till has come to work, ms. */
const FIRST = MINUTE;
const EVERY = 6 * HOUR;
/** A backup older than this is followed by another, ms. */
const OLD = 20 * HOUR;

/**
 * Keeps a backup of the ledger that is less than a day old, made beside the work. The returned function stops it and
 * resolves when nothing reads the ledger any more.
 */
export function scheduleBackups(
  db: Database,
  folder: string,
  clock: Clock,
  logger: Logger,
): () => Promise<void> {
  let stopped = false;
  let timer: Cancel | null = null;
  let running: Promise<void> = Promise.resolve();

  const backUp = async (): Promise<void> => {
    try {
      if (!isDue(db, folder, clock.now())) return;
      const file = await backupBeside(db, folder, stampOf(clock.now()), () => stopped);
      logger.info('ledger-backed-up', { file });
    } catch (error) {
      if (!stopped) logger.error('backup-failed', { code: storageErrorCode(error) ?? String(error) });
    }
  };

  const look = (): void => {
    running = backUp().then(() => {
      if (!stopped) timer = clock.after(EVERY, look);
    });
  };

  timer = clock.after(FIRST, look);
  return async () => {
    stopped = true;
    timer?.();
    await running;
  };
}

function isDue(db: Database, folder: string, now: number): boolean {
  const newest = newestBackups(folder)[0];
  const name = newest === undefined ? null : readBackupName(newest);
  if (name === null) return true;
  // Nothing has happened since: the newest backup holds it all.
  if (name.seq === createEventLog(db).head().seq) return false;
  const age = now - name.madeAt;
  // A backup from the future was made before the clock was set back: its age says nothing.
  return age < 0 || age >= OLD;
}
