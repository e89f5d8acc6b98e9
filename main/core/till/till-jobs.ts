import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { askGatewayAbout } from '../charges/ask-gateway-about.ts';
import { askedFirst, readsOpenFact } from '../charges/asked-first.ts';
import type { ChargeService } from '../charges/charge-service.ts';
import { forJobs, type JobContext } from '../charges/job-context.ts';
import { handleJob } from '../charges/job-handler.ts';
import type { Job, JobResult } from '../outbox/job.ts';
import type { JobStore } from '../outbox/job-store.ts';
import { createOutboxRunner, type OutboxRunner } from '../outbox/runner.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Recovery } from './recovery.ts';
import type { SilenceWatch } from './silence-watch.ts';
import type { Tamper } from './till-ports.ts';

/** Everything of a till that asks the gateway about an order: its jobs, and a person. */
export interface TillJobs {
  readonly runner: OutboxRunner;
  /** Asks about the orders of a charge now. Resolves to true if each was answered and the answers are on disk. */
  askAbout(chargeId: string): Promise<boolean>;
  /** Makes the jobs due that are asked first. Searches for orphans keep their turn. */
  hurryFirst(): void;
  /** Makes the jobs due that read an order whose refund or paid amount is not known yet. */
  askOpenFacts(): void;
}

export interface TillJobsPorts extends Omit<JobContext, 'service' | 'brokenOff'> {
  readonly jobs: JobStore;
  readonly service: ChargeService;
  readonly recovery: Pick<Recovery, 'asked'>;
  readonly silence: Pick<SilenceWatch, 'looked'>;
  readonly logger: Logger;
  /** Returns the charges with open facts. */
  readonly withOpenFacts: () => readonly Charge[];
  readonly tamper: Tamper['run'];
  /** Called when a look-up changes the answer for a charge that itself did not change. */
  answerChanged(): void;
}

/** Creates the jobs of a till. None runs before the runner is started. */
export function createTillJobs(ports: TillJobsPorts): TillJobs {
  const { service, recovery, silence } = ports;
  const context: JobContext = { ...ports, service: forJobs(service), brokenOff: new Map() };
  const handle = (job: Job): Promise<JobResult> => handleJob(job, context);
  const run = ports.tamper?.(handle) ?? handle;

  const runner = createOutboxRunner(ports.jobs, ports.clock, ports.logger, async (job) => {
    const result = await run(job);
    recovery.asked(job.chargeId);
    if (job.kind !== 'look-up') return result;
    // A look-up that failed, or the first one that succeeds again, changes the answer for the charge.
    const failed = result.kind === 'again' && result.error !== undefined;
    silence.looked(job.chargeId, !failed);
    if (failed || job.lastError !== null) ports.answerChanged();
    return result;
  });

  return {
    runner,
    hurryFirst() {
      const isFirst = askedFirst(ports.withOpenFacts());
      runner.hurry((job) => job.kind !== 'find-orphan' && isFirst(job));
    },
    askOpenFacts: () => runner.hurry(readsOpenFact(ports.withOpenFacts())),
    askAbout(chargeId) {
      // Uses the plain service, not the one of jobs: a person waits for the answer, so a full disk must not throw.
      return askGatewayAbout(chargeId, { ...context, service }, () => silence.looked(chargeId, true));
    },
  };
}
