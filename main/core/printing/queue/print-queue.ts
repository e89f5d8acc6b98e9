import type { Logger } from '../../../../shared/kernel/logger.ts';
import { HOUR, SECOND, type Cancel, type Clock } from '../../../../shared/kernel/time.ts';
import { profileOf } from '../profiles.ts';
import type { PrinterStatus, PrinterTarget, Printers, SendOutcome } from '../transport-port.ts';
import type { DrawerJob, PrintJob } from './print-job.ts';
import type { PrintJobStore } from './print-job-store.ts';

/** How long after a try that did not start the next one comes, ms; the last for all further ones. */
const RETRY = [SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND] as const;
/** How long after a disk that did not take an outcome it is given it again, ms. */
const NOTE_AGAIN = 5 * SECOND;
/** A slip that waited this long comes out only when somebody asks for it, ms: the customer has left. */
const STALE = 2 * HOUR;

export interface PrintQueue {
  /**
   * What was being sent when the till ended is unknown from now on; the rest goes on. Throws when the disk does not take
   * that, and tries again by itself.
   */
  start(): void;
  /** Something was written: whatever can be sent is sent. */
  wake(): void;
  /** A printer is well again: what waits for it is tried now. */
  hurry(): void;
  isBusy(target: PrinterTarget): boolean;
  /** Begins nothing new and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

export interface PrintQueuePorts {
  readonly store: PrintJobStore;
  readonly printers: Printers;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A job came to another state; the status is what the printer said of itself meanwhile. */
  readonly changed: (target: PrinterTarget, status: PrinterStatus | null) => void;
}

/** Sends jobs in the order in which they were written, one at a time for each printer: a dead one delays no other. */
export function createPrintQueue(ports: PrintQueuePorts): PrintQueue {
  const { store, printers, clock, logger } = ports;
  const busy = new Map<string, Promise<void>>();
  const waits = new Map<string, Cancel>();
  /** Printers of whose last job the outcome is not written down yet: nothing goes to them meanwhile. */
  const unnoted = new Map<string, Cancel>();
  let stopped = true;
  let beginAgain: Cancel | null = null;

  /** Nothing is printed before it is written down what the last run left: on a full disk that may take a while. */
  const begin = (): void => {
    beginAgain = clock.after(NOTE_AGAIN, () => {
      try {
        begin();
      } catch (error) {
        logger.error('slips-not-noted', { detail: String(error) });
      }
    });
    store.wakeUp();
    beginAgain();
    stopped = false;
    pump();
  };

  const pump = (): void => {
    if (stopped) return;
    for (const job of store.queued()) {
      const line = lineOf(job.target);
      const isTaken = busy.has(line) || waits.has(line) || unnoted.has(line);
      if (isTaken) continue;
      try {
        if (isPutAside(job)) continue;
        store.sending(job.id);
      } catch (error) {
        // What cannot be written down is not printed: later nobody would know of it.
        logger.error('slip-not-noted', { job: job.id, detail: String(error) });
        waitFor(job);
        continue;
      }
      busy.set(
        line,
        send(job).finally(() => {
          busy.delete(line);
          pump();
        }),
      );
    }
  };

  /** A slip that is of no use any more, or that would surprise whoever stands there now. */
  const isPutAside = (job: PrintJob | DrawerJob): boolean => {
    const now = clock.now();
    if (job.expiresAt !== null && now >= job.expiresAt) store.end(job.id, 'cancelled', 'STALE');
    else if (now - job.createdAt > STALE) store.end(job.id, 'held', 'STALE');
    else return false;
    ports.changed(job.target, null);
    return true;
  };

  const send = async (job: PrintJob | DrawerJob): Promise<void> => {
    try {
      const bytes = store.bytesOf(job.id);
      const dialect = profileOf(job.profile)?.status ?? 'none';
      if (bytes !== null) settle(job, await printers.send(job.target, bytes, { dialect }));
    } catch (bug) {
      // Whatever was on its way may be on the paper: the row says `sending`, and the next start asks about it.
      logger.error('printing-threw', {
        detail: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug),
      });
    }
  };

  const settle = (job: PrintJob | DrawerJob, outcome: SendOutcome): void => {
    try {
      write(job, outcome);
    } catch (error) {
      const line = lineOf(job.target);
      logger.error('slip-not-noted', { job: job.id, detail: String(error) });
      if (stopped) return;
      const again = clock.after(NOTE_AGAIN, () => {
        unnoted.delete(line);
        settle(job, outcome);
        pump();
      });
      unnoted.set(line, again);
      return;
    }
    if (outcome.kind !== 'delivered')
      logger.warn('not-printed', { job: job.id, kind: outcome.kind, reason: outcome.reason });
    if (outcome.kind === 'not_started') waitFor(job);
    ports.changed(job.target, outcome.kind === 'delivered' ? outcome.status : null);
  };

  const write = (job: PrintJob | DrawerJob, outcome: SendOutcome): void => {
    if (outcome.kind === 'delivered') store.end(job.id, 'delivered');
    else if (outcome.kind === 'partial') {
      const state = job.request === null ? 'cancelled' : 'held';
      store.end(job.id, state, outcome.reason, outcome.accepted);
    } else store.again(job.id, outcome.reason);
  };

  const waitFor = ({ target, tries }: PrintJob | DrawerJob): void => {
    const line = lineOf(target);
    const delayMs = RETRY[Math.min(tries, RETRY.length - 1)] ?? 30 * SECOND;
    waits.set(
      line,
      clock.after(delayMs, () => {
        waits.delete(line);
        pump();
      }),
    );
  };

  return {
    start: begin,
    wake: pump,
    hurry() {
      for (const cancel of waits.values()) cancel();
      waits.clear();
      pump();
    },
    isBusy: (target) => busy.has(lineOf(target)),
    async stop() {
      stopped = true;
      beginAgain?.();
      for (const cancel of [...waits.values(), ...unnoted.values()]) cancel();
      await Promise.allSettled(busy.values());
    },
  };
}

function lineOf({ kind, id }: PrinterTarget): string {
  return `${kind} ${id}`;
}
