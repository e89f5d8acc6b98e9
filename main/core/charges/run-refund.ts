import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { GatewayWord } from '../gateway/port.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { again, describe, handleOf, MACHINE, type JobContext } from './job-context.ts';

/**
 * Gives money back, once. A request that may have arrived is never repeated on trust: the order is read, and only
 * `approved` with nothing returned before proves that the bank did not take it.
 */
export async function runRefund(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const handle = handleOf(charge, job.attempt);
  const refund = charge.pendingRefund;
  if (handle === null || refund === null) return DONE;

  if (job.tries > 0) {
    const reading = await context.gateway.read(handle);
    if (!reading.ok) return again(context, job.tries, describe(reading.error));
    if (reading.value.word !== 'approved' || charge.refundedAmount > 0) {
      return conclude(job, charge, context, refund.refundId, reading.value.word, reading.value.rawWord);
    }
  }
  const answer = await context.gateway.refund(handle, refund.amount);
  if (answer.ok) {
    if (answer.value.word === 'approved')
      return refused(charge, context, refund.refundId, answer.value.rawWord);
    return conclude(job, charge, context, refund.refundId, answer.value.word, answer.value.rawWord);
  }
  if (answer.error.kind === 'refused' && answer.error.reason !== 'already-final') {
    return refused(charge, context, refund.refundId, answer.error.message);
  }
  return again(context, job.tries, describe(answer.error));
}

function conclude(
  job: Job,
  charge: Charge,
  context: JobContext,
  refundId: string,
  word: GatewayWord,
  rawWord: string,
): JobResult {
  if (word === 'refunded' || word === 'partial_refunded') {
    context.service.act(charge.id, { type: 'refund-done', refundId }, MACHINE);
    return DONE;
  }
  // Asynchronous at the bank: about 90 s for Pix, the next day for some wallets (gateway protocol, section 4.1).
  if (word === 'refund_pending')
    return { kind: 'again', delayMs: Math.min(10 * SECOND * (job.tries + 1), 600 * SECOND), error: rawWord };
  return again(context, job.tries, rawWord, 600 * SECOND);
}

function refused(charge: Charge, context: JobContext, refundId: string, message: string): JobResult {
  context.service.act(charge.id, { type: 'refund-refused', refundId, message }, MACHINE);
  return DONE;
}
