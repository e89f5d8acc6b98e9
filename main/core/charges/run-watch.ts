import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { again, describe, handleOf, tell, type JobContext } from './job-context.ts';

/**
 * After the end of an order it is watched for late money: hot for 60 s, warm for 60 min, cold for 24 h (rule 4). What
 * counts is looks that were answered, not the hour on the wall: a clock that jumps ends no watch, and a till that was
 * offline or switched off begins where it stopped.
 */
const STAGES: readonly { readonly looks: number; readonly every: number }[] = [
  { looks: 12, every: 5 * SECOND },
  { looks: 30, every: 2 * MINUTE },
  { looks: 46, every: 30 * MINUTE },
];
const SLOWEST = 30 * MINUTE;
/** Looks, five minutes of them, in which a cancel that left before the payment was seen may still be acted on. */
const CANCEL_UNDER_WAY = 14;

/**
 * Looks again at an order that is over, or at one whose money is not accounted for: a return that the gateway began by
 * itself, a payment of an amount that it did not say. The second kind is asked about until it is known.
 */
export async function runWatch(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const handle = handleOf(charge, job.attempt);
  if (handle === null) return DONE;
  const reading = await context.gateway.read(handle);
  if (!reading.ok && reading.error.kind !== 'refused') {
    return again(context, job.tries, describe(reading.error), 10 * MINUTE);
  }
  if (reading.ok) tell(context, charge, job.attempt, charge.version, reading.value);
  const after = context.charge(charge.id);
  const attempt = after?.attempts.find(({ no }) => no === job.attempt);
  const open = attempt?.status === 'returning' || (attempt?.status === 'paid' && attempt.paidAmount === null);
  const mayTurn = attempt?.status === 'paid' && after?.givenUp != null && job.step < CANCEL_UNDER_WAY;
  if (!open && !mayTurn && attempt?.status !== 'closed') return DONE;
  const delayMs = watchDelay(job.step) ?? (open ? SLOWEST : null);
  return delayMs === null ? DONE : { kind: 'again', delayMs, step: job.step + 1 };
}

/** How long to wait after the look number `step` (from 0), ms; null after the last. */
function watchDelay(step: number): number | null {
  let looks = 0;
  for (const stage of STAGES) {
    looks += stage.looks;
    if (step < looks) return stage.every;
  }
  return null;
}
