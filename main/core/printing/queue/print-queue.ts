import type { Logger } from '../../../../shared/kernel/logger.ts';
import { HOUR, SECOND, type Cancel, type Clock } from '../../../../shared/kernel/time.ts';
import { profileOf } from '../profiles.ts';
import { within } from '../transports/within.ts';
import type { PrinterStatus, PrinterTarget, Printers, SendOutcome } from '../transport-port.ts';
import type { DrawerJob, PrintJob } from './print-job.ts';
import type { PrintJobStore } from './print-job-store.ts';

/** The waits after the first and later tries that did not start, ms. The last one is used for all further tries. */
const RETRY = [SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND] as const;
/** The wait before a write that the disk refused is tried again, ms. */
const NOTE_AGAIN = 5 * SECOND;
/** How long a stop waits for the jobs that are being sent, ms. A slip takes three seconds. */
const STOP_MS = 4 * SECOND;
/** A slip that waited longer than this is held until a person decides, because the customer has left, ms. */
const STALE = 2 * HOUR;

/** The queue of print jobs of a till. */
export interface PrintQueue {
  /**
   * Marks the slips that were being sent when the till ended as unknown, and begins to send. If the disk refuses that, throws,
   * and tries again later.
   */
  start(): void;
  /** Sends what can be sent, after a job was written. */
  wake(): void;
  /** Ends the waits after failed tries, because a printer works again. */
  hurry(): void;
  /** True while a job is being sent to this printer. */
  isBusy(target: PrinterTarget): boolean;
  /**
   * Begins no more jobs. Resolves when the running ones have ended, after 4 s at most. A job that has not ended by then stays
   * `sending`, so the next start makes its slip unknown.
   */
  stop(): Promise<void>;
}

/** What the queue works with. */
export interface PrintQueuePorts {
  readonly store: PrintJobStore;
  readonly printers: Printers;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called after a job changed its state. `status` is what the printer reported meanwhile, or null. */
  readonly changed: (target: PrinterTarget, status: PrinterStatus | null) => void;
}

/** Creates a queue that sends jobs in the order of writing, one at a time for each printer. A dead printer delays no other. */
export function createPrintQueue(ports: PrintQueuePorts): PrintQueue {
  const { store, printers, clock, logger } = ports;
  const busy = new Map<string, Promise<void>>();
  const waits = new Map<string, Cancel>();
  /** Printers whose last outcome is not on disk yet. Nothing is sent to them until it is. */
  const unnoted = new Map<string, Cancel>();
  let stopped = true;
  /** True after the stop: the ledger may be closed. */
  let isClosed = false;
  let beginAgain: Cancel | null = null;

  /** Begins after the jobs that the last run left sending are marked. On a full disk this is repeated until it succeeds. */
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
        // A job whose try cannot be written is not sent: its outcome would be lost.
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

  /** Cancels an expired job, or holds one that is too old to print without a person's decision. Returns true if it did. */
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
      if (bytes === null) return;
      const outcome = await printers.send(job.target, bytes, { dialect });
      if (!isClosed) recordOutcome(job, outcome);
    } catch (bug) {
      // Some bytes may be on paper. The row stays `sending`, and the next start makes the slip unknown.
      logger.error('printing-threw', {
        detail: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug),
      });
    }
  };

  /** Writes the outcome of a try. If the disk refuses it, tries again and sends nothing to this printer meanwhile. */
  const recordOutcome = (job: PrintJob | DrawerJob, outcome: SendOutcome): void => {
    try {
      write(job, outcome);
    } catch (error) {
      const line = lineOf(job.target);
      logger.error('slip-not-noted', { job: job.id, detail: String(error) });
      if (stopped) return;
      const again = clock.after(NOTE_AGAIN, () => {
        unnoted.delete(line);
        recordOutcome(job, outcome);
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
      await within(clock, STOP_MS, Promise.allSettled(busy.values()), undefined);
      isClosed = true;
    },
  };
}

function lineOf({ kind, id }: PrinterTarget): string {
  return `${kind} ${id}`;
}
