import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { again, describe, handleOf, tell, type JobContext } from './job-context.ts';

/** After the end of an order it is watched for late money: hot, warm, cold (rule 4). Milliseconds. */
const STAGES: readonly { until: number; every: number }[] = [
  { until: MINUTE, every: 5 * SECOND },
  { until: HOUR, every: 2 * MINUTE },
  { until: DAY, every: 30 * MINUTE },
];

/** Looks again at an order that is over, or at a refund that the gateway began by itself. */
export async function runWatch(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const handle = handleOf(charge, job.attempt);
  if (handle === null) return DONE;
  const reading = await context.gateway.read(handle);
  if (!reading.ok && reading.error.kind !== 'refused')
    return again(context, job.tries, describe(reading.error), 10 * MINUTE);
  if (reading.ok) tell(context, charge, job.attempt, charge.version, reading.value);
  const after = context.charge(charge.id);
  const attempt = after?.attempts.find(({ no }) => no === job.attempt);
  if (attempt?.status === 'paid' && after?.status !== 'refund_pending') return DONE;
  const stage = stageOf(context.clock.now() - job.createdAt);
  return stage === null ? DONE : { kind: 'again', delayMs: stage };
}

/** How long to wait before looking again at an order that ended `age` ms ago; null when a day has passed. */
export function stageOf(age: number): number | null {
  return STAGES.find(({ until }) => age < until)?.every ?? null;
}
