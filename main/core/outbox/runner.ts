import type { Logger } from '../../../shared/kernel/logger.ts';
import { epochMs, type Cancel, type Clock } from '../../../shared/kernel/time.ts';
import { isRead, URGENCY, type Job, type JobResult } from './job.ts';
import type { JobStore } from './job-store.ts';

/** How many jobs may wait for the network at once: enough that one slow answer delays no cancel. */
const AT_ONCE = 4;
/** A wall clock that went this far ahead of the steady one means that the machine slept, ms. */
const SLEEP_GAP = 5_000;
/** How often the clocks are compared, ms. */
const HEARTBEAT = 15_000;

export interface OutboxRunner {
  /** Loads what the last run left and begins. Jobs found leased are tried again: this process is the only one. */
  start(): void;
  /** Makes a job that was just written known. It runs when it is due. */
  schedule(job: Job): void;
  /** Lets every waiting job of these kinds run now: the connection is back. */
  hurry(wanted: (job: Job) => boolean): void;
  /** Begins nothing new and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Runs jobs when they are due, the most urgent first, one at a time for each charge; searches for orphans stand in a
 * line of their own. Delays are counted on the steady clock, so that a wall clock that is set back stalls nothing; when
 * it runs ahead, which is how a sleep of the machine looks, the rows' own times count.
 */
export function createOutboxRunner(
  store: JobStore,
  clock: Clock,
  logger: Logger,
  run: (job: Job) => Promise<JobResult>,
): OutboxRunner {
  const due = new Map<number, { job: Job; at: number }>();
  const busy = new Map<string, Promise<void>>();
  let timer: Cancel | null = null;
  /** When the timer runs out, on the steady clock. */
  let armedFor = 0;
  let heartbeat: Cancel | null = null;
  let stopped = true;
  let offset = 0;

  const schedule = (job: Job): void => {
    const wait = Math.min(Math.max(0, job.nextAt - clock.now()), job.delayMs);
    const at = clock.monotonic() + wait;
    due.set(job.id, { job, at });
    // A till watches hundreds of orders: most jobs are due after the one that is waited for.
    if (timer === null || at < armedFor) arm();
  };

  const arm = (): void => {
    timer?.();
    timer = null;
    if (stopped || due.size === 0 || busy.size >= AT_ONCE) return;
    let next = Infinity;
    for (const { job, at } of due.values()) if (at < next && !busy.has(lineOf(job))) next = at;
    if (next === Infinity) return;
    armedFor = next;
    timer = clock.after(Math.max(0, next - clock.monotonic()), pump);
  };

  const pump = (): void => {
    timer = null;
    if (stopped) return;
    const now = clock.monotonic();
    const ready: Job[] = [];
    for (const { job, at } of due.values()) if (at <= now) ready.push(job);
    ready.sort((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) || a.nextAt - b.nextAt);
    for (const job of ready) {
      if (busy.size >= AT_ONCE) break;
      const line = lineOf(job);
      if (busy.has(line)) continue;
      // A number may have gone to another row since: what an earlier one of these brought about is not thrown away.
      if (due.get(job.id)?.job !== job) continue;
      due.delete(job.id);
      busy.set(
        line,
        attempt(job).finally(() => {
          busy.delete(line);
          arm();
        }),
      );
    }
    arm();
  };

  const attempt = async (job: Job): Promise<void> => {
    try {
      // The row as it is on disk, not as it was remembered: a try that ended in a full disk was a try all the same.
      const row = rowOf(job);
      if (row === null) return;
      if (!isRead(row)) store.lease(job.id);
      settle(row, await run(row));
    } catch (bug) {
      // One poisoned row must not stop the others: it is tried again later, and the log has the reason.
      logger.error('job-threw', {
        kind: job.kind,
        charge: job.chargeId,
        detail: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug),
      });
      if (!due.has(job.id)) due.set(job.id, { job, at: clock.monotonic() + 30_000 });
    }
  };

  /** The job's row; null when it is gone, even if another job has got its number since. */
  const rowOf = ({ id, kind, chargeId, attempt: no }: Job): Job | null => {
    const row = store.get(id);
    return row?.kind === kind && row.chargeId === chargeId && row.attempt === no ? row : null;
  };

  /** Writes what came of a try of `job`, which is the row as it was before the try. */
  const settle = (job: Job, result: JobResult): void => {
    // If the try itself brought the row back to life, that new life counts.
    if (isWrittenAnew(job, rowOf(job))) return;
    if (result.kind === 'done') store.finish(job.id);
    else if (result.kind === 'dead') {
      logger.warn('job-dead', { kind: job.kind, charge: job.chargeId, reason: result.reason });
      store.bury(job.id, result.reason);
    } else if (isIdleLook(job, result)) {
      const { delayMs } = result;
      schedule({ ...job, nextAt: epochMs(clock.now() + delayMs), delayMs });
    } else {
      const next = store.reschedule(job.id, result.delayMs, result.error ?? null, clock.now(), result.step);
      if (next !== null) schedule(next);
    }
  };

  const compareClocks = (): void => {
    const now = clock.now() - clock.monotonic();
    if (now - offset > SLEEP_GAP) {
      logger.info('machine-slept', { ms: now - offset });
      for (const { job, at } of due.values()) {
        due.set(job.id, { job, at: Math.min(at, clock.monotonic() + Math.max(0, job.nextAt - clock.now())) });
      }
      arm();
    }
    offset = now;
    heartbeat = clock.after(HEARTBEAT, compareClocks);
  };

  return {
    start() {
      stopped = false;
      offset = clock.now() - clock.monotonic();
      for (const job of store.living()) schedule(job);
      compareClocks();
    },
    schedule,
    hurry(wanted) {
      for (const { job } of due.values()) if (wanted(job)) due.set(job.id, { job, at: clock.monotonic() });
      arm();
    },
    async stop() {
      stopped = true;
      timer?.();
      heartbeat?.();
      await Promise.allSettled(busy.values());
    },
  };
}

/** True if the row is gone, or was put again while it was tried. */
function isWrittenAnew(before: Job, now: Job | null): boolean {
  if (now === null) return true;
  if (!isRead(before)) return now.state !== 'leased';
  return now.nextAt !== before.nextAt || now.step !== before.step || now.tries !== before.tries;
}

/**
 * True for a look that taught nothing and changed nothing in its row but the time of the next. It is not written: a till
 * that starts again looks at once, and a disk need not work every three seconds.
 */
function isIdleLook(job: Job, { error, step }: Extract<JobResult, { kind: 'again' }>): boolean {
  return job.kind === 'look-up' && job.tries === 0 && error === undefined && step === undefined;
}

/**
 * Which jobs wait for each other. A search waits up to a minute for its turn to list: it may hold up no look at a QR,
 * no cancel of the same charge, and of several only one may take a place from the others.
 */
function lineOf(job: Job): string {
  return job.kind === 'find-orphan' ? 'find-orphan' : job.chargeId;
}
