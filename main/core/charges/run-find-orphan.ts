import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { again, describe, MACHINE, type JobContext } from './job-context.ts';

/** The clocks of till and gateway may differ: the search looks this far on both sides of the attempt, ms. */
const WINDOW = 10 * MINUTE;
/** A create is given up as never made only when a list this long after it was sent still lacks it, ms. */
const CERTAIN_AFTER = 3 * MINUTE;

/** Searches the gateway for the order of an attempt that got no answer. At least a minute between two lists. */
export async function runFindOrphan(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const attempt = charge.attempts.find(({ no }) => no === job.attempt);
  if (attempt?.status !== 'lost') return DONE;
  const listed = await context.gateway.find(
    attempt.orderRef,
    attempt.startedAt - WINDOW,
    attempt.startedAt + WINDOW,
  );
  if (!listed.ok) return again(context, job.tries, describe(listed.error), 2 * MINUTE);
  for (const { orderId } of listed.value) {
    // Rows carry no reference: each hit is confirmed by a read before anything is done to it.
    const reading = await context.gateway.read({ orderId, family: attempt.family });
    if (!reading.ok) return again(context, job.tries, describe(reading.error));
    if (reading.value.orderRef !== attempt.orderRef) continue;
    const family = reading.value.family;
    context.service.act(charge.id, { type: 'orphan-found', attempt: job.attempt, orderId, family }, MACHINE);
    return DONE;
  }
  const age = context.clock.now() - attempt.startedAt;
  if (job.tries >= 1 && (age >= CERTAIN_AFTER || age < 0)) {
    context.service.act(charge.id, { type: 'orphan-absent', attempt: job.attempt }, MACHINE);
    return DONE;
  }
  return { kind: 'again', delayMs: MINUTE, error: 'not listed yet' };
}
