import { parentPort, type Worker } from 'node:worker_threads';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import { SECOND, type Clock } from '../../../../shared/kernel/time.ts';
import { findDamageIn, type CheckFile } from '../backup/backups.ts';
import { findDamage, markSuspect } from './integrity.ts';
import { openReadOnly } from '../open-database.ts';
import { storageErrorCode } from '../storage-error.ts';
import { defineThread } from '../../threads/define-thread.ts';

/** How long after the start the whole file is read: the customer at the counter goes first. */
const AFTER = 20 * SECOND;

/**
 * Reads the whole ledger once, in a thread of its own. Damage is logged, told, and remembered for the next start, which
 * restores a backup. The returned function stops it.
 */
export function checkBeside(
  path: string,
  folder: string,
  clock: Clock,
  logger: Logger,
  damaged: (damage: string) => void,
): () => Promise<void> {
  let worker: Worker | null = null;
  const found = (damage: string | null): void => {
    if (damage === null) {
      logger.info('ledger-checked');
      return;
    }
    logger.error('ledger-damaged', { damage });
    try {
      markSuspect(folder, damage);
    } catch (error) {
      // It is told all the same; the disk may be what is broken.
      logger.error('ledger-not-marked', { detail: String(error) });
    }
    damaged(damage);
  };
  const notChecked = (error: unknown): void => logger.error('ledger-not-checked', { detail: String(error) });
  const cancel = clock.after(AFTER, () => {
    try {
      worker = thread.start({ path, alone: false });
      worker.once('message', found);
      worker.once('error', notChecked);
    } catch (error) {
      // Where no second thread can be had the till works all the same.
      notChecked(error);
    }
  });
  return async () => {
    cancel();
    worker?.removeAllListeners();
    await worker?.terminate();
  };
}

/** Reads a whole file that nobody else has open in a thread of its own: what is wrong with it, or null. */
export const checkFile: CheckFile = (path, abandoned) =>
  new Promise((resolve, reject) => {
    const worker = thread.start({ path, alone: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the check ended without a word')));
    abandoned.addEventListener('abort', () => void worker.terminate(), { once: true });
  });

function checkHere(path: string): string | null {
  try {
    const db = openReadOnly(path);
    try {
      return findDamage(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (storageErrorCode(error) === 'damaged') return String(error);
    throw error;
  }
}

/** `alone`: nothing else has the file open. */
const thread = defineThread<{ path: string; alone: boolean }>(
  import.meta.url,
  'check-ledger',
  ({ path, alone }) => parentPort?.postMessage(alone ? findDamageIn(path) : checkHere(path)),
);
