import { parentPort, type Worker } from 'node:worker_threads';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import { SECOND, type Cancel, type Clock } from '../../../../shared/kernel/time.ts';
import { dayOfStrangeBackup } from '../backup/branches.ts';
import { defineThread } from '../../threads/define-thread.ts';

/** How long after the start the look begins, ms: the screens are drawn first. */
const AFTER = SECOND;
/** The longest look, ms. A backup is a file that another program may have written, and one look at it must not last for ever. */
const LIMIT = 60 * SECOND;

/**
 * Looks once, in a thread, whether the newest backup is ahead of the ledger or of another one. Calls `strange` with its business
 * day if so. The returned function stops it.
 */
export function lookAtBackups(
  path: string,
  folder: string,
  clock: Clock,
  logger: Logger,
  strange: (day: string) => void,
): () => Promise<void> {
  let worker: Worker | null = null;
  let cancelLimit: Cancel = () => undefined;
  const notLooked = (why: string): void => {
    cancelLimit();
    logger.error('backups-not-looked-at', { detail: why });
  };
  const cancel = clock.after(AFTER, () => {
    try {
      worker = thread.start({ path, folder });
    } catch (error) {
      // A system without another thread lets the till work all the same.
      notLooked(String(error));
      return;
    }
    worker.once('message', (day: string | null) => {
      cancelLimit();
      logger.info('backups-looked-at', { strange: day });
      if (day !== null) strange(day);
    });
    worker.once('error', (error) => notLooked(String(error)));
    cancelLimit = clock.after(LIMIT, () => {
      worker?.removeAllListeners();
      void worker?.terminate();
      notLooked(`longer than ${LIMIT} ms`);
    });
  });
  return async () => {
    cancel();
    cancelLimit();
    worker?.removeAllListeners();
    await worker?.terminate();
  };
}

const thread = defineThread<{ path: string; folder: string }>(
  import.meta.url,
  'look-at-backups',
  ({ path, folder }) => parentPort?.postMessage(dayOfStrangeBackup(folder, path)),
);
