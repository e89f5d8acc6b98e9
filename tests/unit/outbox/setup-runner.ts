import { createJobStore, type JobStore } from '../../../main/core/outbox/job-store.ts';
import { DONE, type Job, type JobKind, type JobResult } from '../../../main/core/outbox/job.ts';
import { createOutboxRunner, type OutboxRunner } from '../../../main/core/outbox/runner.ts';
import type { LogRecord } from '../../../shared/kernel/logger.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { createVirtualClock, type VirtualClock } from '../../support/time/virtual-clock.ts';
import { memoryLedger } from '../ledger/setup-ledger.ts';

type Handler = (job: Job) => JobResult | Promise<JobResult>;

export interface Outbox {
  readonly clock: VirtualClock;
  readonly store: JobStore;
  readonly runner: OutboxRunner;
  readonly logs: LogRecord[];
  /** What was begun, in order: `kind charge`, with the seconds since the test began in front. */
  readonly begun: string[];
  /** The jobs as the handler got them. */
  readonly handed: Job[];
  /** Handles the jobs of a charge; what has no handler is done at once. */
  handle(charge: string, handler: Handler): void;
  /** Writes a job and makes it known. */
  owe(kind: JobKind, charge: string, delayMs?: number, attempt?: number): Job;
  /** Begins again on the same rows, as after a crash. */
  restart(): OutboxRunner;
}

export function setUpOutbox(): Outbox {
  const clock = createVirtualClock();
  const store = createJobStore(memoryLedger(clock).db);
  const begun: string[] = [];
  const handed: Job[] = [];
  const handlers = new Map<string, Handler>();
  const origin = clock.monotonic();
  const run = async (job: Job): Promise<JobResult> => {
    begun.push(`${(clock.monotonic() - origin) / 1000} ${job.kind} ${job.chargeId}`);
    handed.push(job);
    return handlers.get(job.chargeId)?.(job) ?? DONE;
  };
  const { logger, records: logs } = keptLogger(clock);
  const fresh = (): OutboxRunner => createOutboxRunner(store, clock, logger, run);
  let runner = fresh();
  return {
    clock,
    store,
    get runner() {
      return runner;
    },
    logs,
    begun,
    handed,
    handle: (charge, handler) => void handlers.set(charge, handler),
    owe(kind, charge, delayMs = 0, attempt = 1) {
      const job = store.put({ kind, chargeId: charge, attempt, delayMs }, clock.now());
      runner.schedule(job);
      return job;
    },
    restart() {
      runner = fresh();
      return runner;
    },
  };
}

/** Something that ends when the test says so. */
export function held<T>(): { readonly promise: Promise<T>; end(value: T): void } {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { promise, end: resolve };
}
