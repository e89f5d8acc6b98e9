import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { runCancel } from './run-cancel.ts';
import { runCreate } from './run-create.ts';
import { runFindOrphan } from './run-find-orphan.ts';
import { runLookUp } from './run-look-up.ts';
import { runRefund } from './run-refund.ts';
import { runTimeLimit } from './run-time-limit.ts';
import { runWatch } from './run-watch.ts';
import type { JobContext } from './job-context.ts';

/** Runs one job of the outbox. Every answer and every failure becomes an event or another try. */
export async function handleJob(job: Job, context: JobContext): Promise<JobResult> {
  const charge = context.charge(job.chargeId);
  if (charge === null) return DONE;
  switch (job.kind) {
    case 'create':
      return runCreate(job, charge, context);
    case 'look-up':
      return runLookUp(job, charge, context);
    case 'cancel':
      return runCancel(job, charge, context);
    case 'find-orphan':
      return runFindOrphan(job, charge, context);
    case 'watch':
      return runWatch(job, charge, context);
    case 'refund':
      return runRefund(job, charge, context);
    case 'time-limit':
      return runTimeLimit(job, charge, context);
    default:
      return assertNever(job.kind);
  }
}
