import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import type { OrderHandle, OrderWord } from '../gateway/port.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { again, describe, handleOf, recordReading, type JobContext } from './job-context.ts';

/** After a failed read this many reads follow as fast as after an answer, so that a short silence ends while it is short. */
const QUICK_READS = 3;

/** Reads a payable order every 3 s, after its first minute every 5 s (gateway protocol, section 10, row 17). */
export async function runLookUp(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const handle = handleOf(charge, job.attempt);
  if (handle === null || charge.status !== 'pending') return DONE;
  const reading = await context.gateway.read(handle);
  if (!reading.ok) {
    // A refused read does not prove that the order is unpaid, so the charge is in doubt.
    if (reading.error.kind === 'refused')
      recordReading(context, charge, job.attempt, charge.version, doubt(handle, reading.error.message));
    return again(context, Math.max(0, job.tries - QUICK_READS + 1), describe(reading.error));
  }
  recordReading(context, charge, job.attempt, charge.version, reading.value);
  const after = context.charge(charge.id);
  if (after?.status !== 'pending') return DONE;
  const age = context.clock.now() - job.createdAt;
  return { kind: 'again', delayMs: age >= 0 && age < MINUTE ? 3 * SECOND : 5 * SECOND };
}

function doubt({ orderId }: OrderHandle, message: string): OrderWord {
  return { orderId, word: 'unknown', rawWord: message };
}
