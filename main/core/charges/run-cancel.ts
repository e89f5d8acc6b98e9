import { attemptOf, type Charge } from '../../../shared/domain/charge/charge.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { again, describe, handleOf, recordReading, type JobContext } from './job-context.ts';

/**
 * Cancels an order and repeats the cancel until the gateway confirms its end. Reads the order first and cancels it only
 * while it is unpaid: a cancel of a paid order would be a refund (gateway protocol, section 5.1). The body of the answer
 * decides, not the HTTP code.
 */
export async function runCancel(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const handle = handleOf(charge, job.attempt);
  const attempt = attemptOf(charge, job.attempt);
  if (handle === null || attempt === null || attempt.status !== 'open') return DONE;

  const before = await context.gateway.read(handle);
  if (!before.ok) return again(context, job.tries, describe(before.error));
  if (before.value.word !== 'pending') return recordEnd(job, charge, context, before.value);

  const answer = await context.gateway.cancel(handle);
  if (!answer.ok) return again(context, job.tries, describe(answer.error));
  if (answer.value.word === 'pending') return again(context, job.tries, 'still pending');
  if (answer.value.word === 'cancelled' || answer.value.word === 'expired')
    return recordEnd(job, charge, context, answer.value);
  // The order was paid in between. The answer to a cancel has no amount and no end-to-end id, so the order is read.
  const after = await context.gateway.read(handle);
  return after.ok
    ? recordEnd(job, charge, context, after.value)
    : again(context, job.tries, describe(after.error));
}

/** Records the word of the order. Ends the job if the order is no longer open, else repeats it. */
function recordEnd(
  job: Job,
  charge: Charge,
  context: JobContext,
  said: Parameters<typeof recordReading>[4],
): JobResult {
  const version = context.charge(charge.id)?.version ?? charge.version;
  const recorded = recordReading(context, charge, job.attempt, version, said);
  const attempt = context.charge(charge.id)?.attempts.find(({ no }) => no === job.attempt);
  if (attempt?.status !== 'open') return DONE;
  return again(context, job.tries, recorded.ok ? said.rawWord : String(recorded.error));
}
