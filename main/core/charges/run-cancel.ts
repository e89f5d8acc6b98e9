import { attemptOf, type Charge } from '../../../shared/domain/charge/charge.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { again, describe, handleOf, tell, type JobContext } from './job-context.ts';

/**
 * Takes an order out of the world, for as long as it takes. It is read first and cancelled only while it is unpaid:
 * a cancel of a paid order would be a refund (gateway protocol, section 5.1). The body of the answer decides.
 */
export async function runCancel(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const handle = handleOf(charge, job.attempt);
  const attempt = attemptOf(charge, job.attempt);
  if (handle === null || attempt === null || attempt.status !== 'open') return DONE;

  const before = await context.gateway.read(handle);
  if (!before.ok) return again(context, job.tries, describe(before.error));
  if (before.value.word !== 'pending') return settle(job, charge, context, before.value);

  const answer = await context.gateway.cancel(handle);
  if (!answer.ok) return again(context, job.tries, describe(answer.error));
  if (answer.value.word === 'pending') return again(context, job.tries, 'still pending');
  if (answer.value.word === 'cancelled' || answer.value.word === 'expired')
    return settle(job, charge, context, answer.value);
  // It was paid in between: what was paid, and by whom, only a read can tell.
  const after = await context.gateway.read(handle);
  return after.ok
    ? settle(job, charge, context, after.value)
    : again(context, job.tries, describe(after.error));
}

function settle(job: Job, charge: Charge, context: JobContext, said: Parameters<typeof tell>[4]): JobResult {
  const version = context.charge(charge.id)?.version ?? charge.version;
  const told = tell(context, charge, job.attempt, version, said);
  const attempt = context.charge(charge.id)?.attempts.find(({ no }) => no === job.attempt);
  if (attempt?.status !== 'open') return DONE;
  return again(context, job.tries, told.ok ? said.rawWord : String(told.error));
}
