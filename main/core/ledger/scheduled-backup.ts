import type { Database } from 'better-sqlite3';
import type { Logger } from '../../../shared/kernel/logger.ts';
import { HOUR, MINUTE, type Cancel, type Clock } from '../../../shared/kernel/time.ts';
import { backupBeside, newestBackups, readBackupName, stampOf, type CheckFile } from './backups.ts';
import { createEventLog } from './event-log.ts';
import { storageErrorCode } from './storage-error.ts';

/** The first look waits until the till has come to work, ms. */
const FIRST = MINUTE;
const EVERY = 6 * HOUR;
/** A backup older than this is followed by another, ms. */
const OLD = 20 * HOUR;

/** Backups of an open ledger, one at a time. */
export interface Backups {
  /** Makes one now, whatever the age of the last, and gives its file. `label` ends its name. Rejects as `backupBeside` does. */
  now(label: string): Promise<string>;
  /** Ends them; resolves when nothing reads the ledger any more. */
  stop(): Promise<void>;
}

/** Keeps a backup of the ledger that is less than a day old, made beside the work and read to its end by `check`. */
export function scheduleBackups(
  db: Database,
  folder: string,
  clock: Clock,
  logger: Logger,
  check: CheckFile,
): Backups {
  const end = new AbortController();
  const { signal } = end;
  let timer: Cancel | null = null;
  let running: Promise<unknown> = Promise.resolve();

  const make = async (label: string): Promise<string> => {
    const file = await backupBeside(db, folder, stampOf(clock.now()) + label, signal, check);
    logger.info('ledger-backed-up', { file });
    return file;
  };
  const failed = (error: unknown): void => {
    if (!signal.aborted) logger.error('backup-failed', { code: storageErrorCode(error) ?? String(error) });
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = running.then(() => {
      signal.throwIfAborted();
      return work();
    });
    running = turn.catch(() => undefined);
    return turn;
  };

  const look = (): void => {
    void inTurn(async () => {
      if (isDue(db, folder, clock.now())) await make('');
    })
      .catch(failed)
      .then(() => {
        if (!signal.aborted) timer = clock.after(EVERY, look);
      });
  };

  timer = clock.after(FIRST, look);
  return {
    now(label) {
      const made = inTurn(() => make(`-${label}`));
      made.catch(failed);
      return made;
    },
    async stop() {
      end.abort(new Error('the till is closing'));
      timer?.();
      await running;
    },
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
