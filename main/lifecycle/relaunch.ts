import type { App } from 'electron';
import { z } from 'zod';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { Clock } from '../../shared/kernel/time.ts';
import { readJson } from '../files/read-json.ts';
import { writeAtomically } from '../files/write-atomically.ts';

/** The instants of the last restarts, epoch ms. */
const Restarts = z.strictObject({ at: z.array(z.int()).max(100) });

/** After this many restarts in the window the app stays as it is: another start will not help. */
const MOST = 3;
const WINDOW_MS = 10 * 60_000;

export interface RelaunchPorts {
  readonly app: Pick<App, 'relaunch'>;
  /** Keeps the instants across the restarts that it counts. */
  readonly file: string;
  /** Ends the core and the app in order. */
  readonly leave: () => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Creates the restart of the app after a fault that only a new start may repair. At most three in ten minutes. If the instant of this
 * one cannot be stored, the app is not started again, because it could start for ever. Charges go on: they are on disk.
 */
export function createRelaunch({ app, file, leave, clock, logger }: RelaunchPorts): () => void {
  let isLeaving = false;
  return () => {
    if (isLeaving) return;
    const now = clock.now();
    const read = readJson(file, Restarts);
    const kept = read.kind === 'found' ? read.value.at : [];
    // The clock may have been set back.
    const recent = kept.filter((at) => Math.abs(now - at) < WINDOW_MS);
    if (recent.length >= MOST) return logger.error('relaunch-given-up', { restarts: recent.length });
    try {
      writeAtomically(file, `${JSON.stringify({ at: [...recent, now] })}\n`);
    } catch (error) {
      return logger.error('relaunch-not-counted', { code: (error as NodeJS.ErrnoException).code ?? '' });
    }
    logger.warn('relaunch', { restarts: recent.length + 1 });
    isLeaving = true;
    app.relaunch();
    void leave();
  };
}
