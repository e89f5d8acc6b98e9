import { ACTORS } from '../../../shared/domain/people/actors.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { handleOf, tell, type JobContext } from './job-context.ts';

/**
 * Ends a charge whose countdown reached zero. A payable charge is asked about once more before it is given up, so that a
 * payment of its last seconds, or of the time when the till was dead or asleep, is not late. Without an answer it is
 * given up all the same, unless this run has never heard from the gateway.
 */
export async function runTimeLimit(_job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  if (charge.status !== 'queued' && charge.status !== 'creating' && charge.status !== 'pending') return DONE;
  if (charge.status === 'pending') {
    // A gateway that gives no usable answers is not waited for: the next customer is waiting.
    if (context.contact().answering) await askOnceMore(charge, context);
    const now = context.charge(charge.id);
    // If it was paid, ended or given more time meanwhile, this zero no longer counts.
    if (now?.status !== 'pending' || now.deadlineAt !== charge.deadlineAt) return DONE;
    if (context.contact().lastContactAt === null)
      return { kind: 'again', delayMs: 2 * SECOND, error: 'no contact yet' };
  }
  context.service.act(charge.id, { type: 'given-up', cause: 'time-limit', reason: null }, ACTORS.machine);
  return DONE;
}

async function askOnceMore(charge: Charge, context: JobContext): Promise<void> {
  const attempt = charge.attempts.at(-1);
  const handle = attempt === undefined ? null : handleOf(charge, attempt.no);
  if (attempt === undefined || handle === null) return;
  const reading = await context.gateway.read(handle);
  if (reading.ok) tell(context, charge, attempt.no, charge.version, reading.value);
}
