import { attemptOf, type Charge } from '../../../shared/domain/charge/charge.ts';
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts';
import { MACHINE } from '../ledger/event-log.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { again, describe, type JobContext } from './job-context.ts';

/** Half of the longest window that the gateway lists (gateway protocol, section 6.1), ms. */
const HALF_DAY = 12 * HOUR;
/**
 * Lists without it, a minute apart, before an order counts as never made: the gateway has long ended every request
 * that could still make it.
 */
const LOOKS = 4;

/** Searches the gateway for the order of an attempt that got no answer. At least a minute between two lists. */
export async function runFindOrphan(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const attempt = attemptOf(charge, job.attempt);
  if (attempt?.status !== 'lost') return DONE;
  const [from, to] = windowOf(job.step, attempt.startedAt, context.clock.now());
  const listed = await context.gateway.find(attempt.orderRef, from, to);
  if (!listed.ok) return again(context, job.tries, describe(listed.error), 2 * MINUTE);
  for (const { orderId } of listed.value) {
    // Rows carry no reference: each hit is confirmed by a read before anything is done to it.
    const reading = await context.gateway.read({ orderId, family: attempt.family });
    // What this till may not read is not its own.
    if (!reading.ok && reading.error.kind === 'refused' && reading.error.reason === 'not-found') continue;
    if (!reading.ok) return again(context, job.tries, describe(reading.error));
    if (reading.value.orderRef !== attempt.orderRef) continue;
    const family = reading.value.family;
    context.service.act(charge.id, { type: 'orphan-found', attempt: job.attempt, orderId, family }, MACHINE);
    return DONE;
  }
  if (job.step >= LOOKS) {
    context.service.act(charge.id, { type: 'orphan-absent', attempt: job.attempt }, MACHINE);
    return DONE;
  }
  return { kind: 'again', delayMs: MINUTE, step: job.step + 1 };
}

/**
 * Around the attempt, and in turn the last day: this machine's clock may have been set right, or wrong, in between.
 */
function windowOf(step: number, startedAt: number, now: number): [number, number] {
  return step % 2 === 0
    ? [startedAt - HALF_DAY, startedAt + HALF_DAY]
    : [now - 2 * HALF_DAY + MINUTE, now + MINUTE];
}
