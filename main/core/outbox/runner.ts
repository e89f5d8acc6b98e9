import type { Logger } from '../../../shared/kernel/logger.ts';
import { epochMs, type Cancel, type Clock } from '../../../shared/kernel/time.ts';
import { isRead, URGENCY, type Job, type JobResult } from './job.ts';
import type { JobStore } from './job-store.ts';

/** How many jobs may run at once. With several, a slow answer does not delay a cancel. */
const AT_ONCE = 4;
/** If the wall clock runs ahead of the steady clock by more than this, the machine slept, ms. */
const SLEEP_GAP = 5_000;
/** How often the clocks are compared, ms. */
const HEARTBEAT = 15_000;

/** Runs the jobs of the outbox. */
export interface OutboxRunner {
  /** Loads the rows and begins. Tries a leased job again, because only one process runs jobs. */
  start(): void;
  /** Adds a job that was just written. The job runs when it is due. */
  schedule(job: Job): void;
  /** Makes these jobs due now, for example when the connection is back. */
  hurry(wanted: (job: Job) => boolean): void;
  /** Reads the clocks again, because the machine may have slept. Otherwise the next heartbeat does. */
  woke(): void;
  /** Begins no more jobs. Resolves when the running ones have ended. */
  stop(): Promise<void>;
}

/**
 * Runs jobs when they are due, the most urgent first, one at a time for each charge. Searches for orphans wait for each
 * other only. Delays are counted on the steady clock, so a wall clock that is set back delays no job. When the wall clock
 * runs ahead, the machine slept, and the times of the rows count.
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
    // The timer is set again only for a job that is due earlier. A till watches hundreds of orders, and most are due later.
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
      // A job that began in this loop may have replaced the row of this id. The new row keeps its own time.
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
      // Reads the row from disk: after a full disk the job in memory has fewer tries.
      const row = rowOf(job);
      if (row === null) return;
      if (!isRead(row)) store.lease(job.id);
      recordResult(row, await run(row));
    } catch (bug) {
      // A job that throws is tried again later, does not stop the others, and has its reason in the log.
      logger.error('job-threw', {
        kind: job.kind,
        charge: job.chargeId,
        detail: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug),
      });
      if (!due.has(job.id)) due.set(job.id, { job, at: clock.monotonic() + 30_000 });
    }
  };

  /** Returns the job's row. Null if the row is gone or another job has its id now. */
  const rowOf = ({ id, kind, chargeId, attempt: no }: Job): Job | null => {
    const row = store.get(id);
    return row?.kind === kind && row.chargeId === chargeId && row.attempt === no ? row : null;
  };

  /** Writes the result of a try. `job` is the row before the try. */
  const recordResult = (job: Job, result: JobResult): void => {
    // A row that was put again during the try keeps its new schedule.
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
    woke() {
      if (stopped) return;
      heartbeat?.();
      compareClocks();
    },
    async stop() {
      stopped = true;
      timer?.();
      heartbeat?.();
      await Promise.allSettled(busy.values());
    },
  };
}

/** True if the row is gone, or was put again during its try. */
function isWrittenAnew(before: Job, now: Job | null): boolean {
  if (now === null) return true;
  if (!isRead(before)) return now.state !== 'leased';
  return now.nextAt !== before.nextAt || now.step !== before.step || now.tries !== before.tries;
}

/**
 * True for an answered look-up that changes only the time of the next one. Its row is not written, which saves a write
 * every three seconds. A till that starts again looks at once.
 */
function isIdleLook(job: Job, { error, step }: Extract<JobResult, { kind: 'again' }>): boolean {
  return job.kind === 'look-up' && job.tries === 0 && error === undefined && step === undefined;
}

/**
 * Returns the line of a job. Jobs of one line run one after the other. All searches for orphans share a line, because a
 * search waits up to a minute for its turn to list: together they take one place, and the other jobs of a charge go on.
 */
function lineOf(job: Job): string {
  return job.kind === 'find-orphan' ? 'find-orphan' : job.chargeId;
}
