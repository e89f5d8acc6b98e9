import type { Database } from 'better-sqlite3';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import { oneAtATime } from '../../../../shared/kernel/one-at-a-time.ts';
import { HOUR, MINUTE, SECOND, type Cancel, type Clock } from '../../../../shared/kernel/time.ts';
import { backupBeside, newestBackups, readBackupName, stampOf, type CheckFile } from './backups.ts';
import { createDiaryLog } from '../diary-log.ts';
import { createEventLog } from '../event-log.ts';
import { removeOldFiles } from './kept-files.ts';
import { storageErrorCode } from '../storage-error.ts';

/** The first look waits until the till has come to work, ms. */
const FIRST = MINUTE;
const EVERY = 6 * HOUR;
/** A backup older than this is followed by another, ms. */
const OLD = 20 * HOUR;
/** A till that ends right after a closing gives its backup so long, ms. What is not whole by then the next start makes. */
const LAST = 10 * SECOND;

/** Backups of an open ledger, one at a time. */
export interface Backups {
  /** Makes one now, whatever the age of the last, and gives its file. `label` ends its name. Rejects as `backupBeside` does. */
  now(label: string): Promise<string>;
  /** Ends them, those that were asked for last; resolves when nothing reads the ledger any more. */
  stop(): Promise<void>;
}

export interface BackupPorts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Reads each of them to its end. */
  readonly check: CheckFile;
  /** The store's time zone: of its past days one backup each is kept. */
  readonly zone: () => string;
  /** Hears of each how it went: why it failed, or null. */
  readonly told: (failure: string | null) => void;
}

/** Keeps a backup of the ledger that is less than a day old and has the last closing, made beside the work. */
export function scheduleBackups(
  db: Database,
  folder: string,
  { clock, logger, check, zone, told }: BackupPorts,
): Backups {
  const [looks, all] = [new AbortController(), new AbortController()];
  let timer: Cancel | null = null;
  const inTurn = oneAtATime();

  const make = async (label: string, { signal }: AbortController): Promise<string> => {
    const file = await backupBeside(db, folder, stampOf(clock.now()) + label, signal, check);
    logger.info('ledger-backed-up', { file });
    told(null);
    try {
      removeOldFiles(folder, zone());
    } catch (error) {
      // There is one more than there should be, and the next one tries again.
      logger.error('old-backups-not-removed', { code: storageErrorCode(error) ?? String(error) });
    }
    return file;
  };
  /** Does the work in its turn, unless that was given up before. A failure is told. */
  const run = <T>({ signal }: AbortController, work: () => Promise<T>): Promise<T> => {
    const turn = inTurn(() => {
      signal.throwIfAborted();
      return work();
    });
    turn.catch((error: unknown) => {
      if (signal.aborted) return;
      const failure = storageErrorCode(error) ?? String(error);
      logger.error('backup-failed', { code: failure });
      told(failure);
    });
    return turn;
  };

  const look = (): void => {
    const again = (): void => {
      if (!looks.signal.aborted) timer = clock.after(EVERY, look);
    };
    run(looks, async () => {
      if (isDue(db, folder, clock.now())) await make('', looks);
    }).then(again, again);
  };

  timer = clock.after(FIRST, look);
  return {
    now: (label) => run(all, () => make(`-${label}`, all)),
    async stop() {
      const why = new Error('the till is closing');
      looks.abort(why);
      timer?.();
      const tooLong = clock.after(LAST, () => all.abort(why));
      await inTurn(() => Promise.resolve());
      tooLong();
      all.abort(why);
    },
  };
}

function isDue(db: Database, folder: string, now: number): boolean {
  const newest = newestBackups(folder)[0];
  const name = newest === undefined ? null : readBackupName(newest);
  if (name === null) return true;
  // Nothing has happened since: the newest backup holds it all.
  if (name.seq === createEventLog(db).head().seq) return false;
  // The closing's own was not made: the till ended too soon, or the disk took nothing.
  const closed = createDiaryLog(db).before('shift-closed', Number.MAX_SAFE_INTEGER, 1)[0];
  if (closed !== undefined && closed.seq > name.seq) return true;
  const age = now - name.madeAt;
  // A backup from the future was made before the clock was set back: its age says nothing.
  return age < 0 || age >= OLD;
}
