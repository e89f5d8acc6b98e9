import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Logger } from '../../../shared/kernel/logger.ts';
import { SECOND, type Clock } from '../../../shared/kernel/time.ts';
import { findDamageIn, type CheckFile } from './backups.ts';
import { findDamage, markSuspect } from './integrity.ts';
import { openReadOnly } from './open-database.ts';
import { storageErrorCode } from './storage-error.ts';

/** How long after the start the whole file is read: the customer at the counter goes first. */
const AFTER = 20 * SECOND;

/** This module is its own worker: a second thread loads it again (built, the whole core's file) and finds its order. */
const ORDER = 'balcao:check-ledger';

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
      worker = new Worker(new URL(import.meta.url), { workerData: { order: ORDER, path } });
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
    const worker = new Worker(new URL(import.meta.url), { workerData: { order: ORDER, path, alone: true } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the check ended without a word')));
    abandoned.addEventListener('abort', () => void worker.terminate(), { once: true });
  });

/** True in the thread of a check, where nothing else of the core may begin. */
export function isCheckThread(): boolean {
  return !isMainThread && (workerData as { order?: unknown } | null)?.order === ORDER;
}

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

if (isCheckThread()) {
  const { path, alone } = workerData as { path: string; alone?: boolean };
  parentPort?.postMessage(alone === true ? findDamageIn(path) : checkHere(path));
}
