import { BY_MACHINE } from '../../../shared/domain/ledger-event/by.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { handleOf, recordReading, type JobContext } from './job-context.ts';

/**
 * Gives up a charge whose countdown reached zero. Reads a payable order once more before, so that a payment of its last
 * seconds, or of the time when the till was off or asleep, is not late. Without an answer the charge is given up too, unless
 * the gateway has not answered since the till started.
 */
export async function runTimeLimit(_job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  if (charge.status !== 'queued' && charge.status !== 'creating' && charge.status !== 'pending') return DONE;
  if (charge.status === 'pending') {
    // If the gateway gives no usable answers, the order is not read: the next customer is waiting.
    if (context.contact().answering) await askOnceMore(charge, context);
    const now = context.charge(charge.id);
    // If the charge was paid, ended or extended meanwhile, this deadline no longer counts.
    if (now?.status !== 'pending' || now.deadlineAt !== charge.deadlineAt) return DONE;
    if (context.contact().lastContactAt === null)
      return { kind: 'again', delayMs: 2 * SECOND, error: 'no contact yet' };
  }
  context.service.act(charge.id, { type: 'given-up', cause: 'time-limit', reason: null }, BY_MACHINE);
  return DONE;
}

async function askOnceMore(charge: Charge, context: JobContext): Promise<void> {
  const attempt = charge.attempts.at(-1);
  const handle = attempt === undefined ? null : handleOf(charge, attempt.no);
  if (attempt === undefined || handle === null) return;
  const reading = await context.gateway.read(handle);
  if (reading.ok) recordReading(context, charge, attempt.no, charge.version, reading.value);
}
