import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { MACHINE, type JobContext } from './job-context.ts';

/**
 * The countdown reached zero. A payable charge is given up only once this run has heard from the gateway, so that a
 * payment made while the till was dead is found first.
 */
export async function runTimeLimit(_job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  if (charge.status !== 'queued' && charge.status !== 'creating' && charge.status !== 'pending') return DONE;
  if (charge.status === 'pending' && context.contact().lastContactAt === null) {
    return { kind: 'again', delayMs: 2 * SECOND, error: 'no contact yet' };
  }
  context.service.act(charge.id, { type: 'given-up', cause: 'time-limit', reason: null }, MACHINE);
  return DONE;
}
