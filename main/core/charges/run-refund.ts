import type { Attempt, Charge, PendingRefund } from '../../../shared/domain/charge/charge.ts';
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import type { OrderHandle, OrderReading } from '../gateway/port.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { again, describe, handleOf, MACHINE, tell, type JobContext } from './job-context.ts';

/** What an order's word proves of a return that may or may not have been asked for. */
type Proof = 'went' | 'did-not-go' | 'under-way' | 'unprovable' | 'unknown';

/**
 * Gives money back, once. A request that may have arrived is never repeated on trust: the order is read, and only a
 * word that the return would have changed proves that it did not go.
 */
export async function runRefund(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const handle = handleOf(charge, job.attempt);
  const attempt = charge.attempts.find(({ no }) => no === job.attempt);
  const refund = charge.pendingRefund;
  if (handle === null || attempt === undefined || refund === null) return DONE;
  if (job.tries === 0) return ask(job, charge, refund, handle, context);

  const reading = await context.gateway.read(handle);
  if (!reading.ok) return again(context, job.tries, describe(reading.error));
  switch (proofOf(reading.value, attempt, refund)) {
    case 'went':
      return went(job, charge, refund, reading.value, context);
    case 'did-not-go':
      return ask(job, charge, refund, handle, context);
    case 'under-way':
      return underWay(job);
    case 'unprovable':
      return unclear(charge, refund, reading.value.rawWord, context);
    case 'unknown':
      return again(context, job.tries, reading.value.rawWord, 10 * MINUTE);
  }
}

function proofOf(said: OrderReading, attempt: Attempt, refund: PendingRefund): Proof {
  switch (said.word) {
    case 'refund_pending':
      return 'under-way';
    case 'refunded':
      return 'went';
    case 'approved':
      return 'did-not-go';
    case 'partial_refunded':
      if (attempt.refundedAmount === 0) return 'went';
      // The whole rest would have made it `refunded`; one part more looks just like the parts before.
      return attempt.refundedAmount + refund.amount >= (attempt.paidAmount ?? 0)
        ? 'did-not-go'
        : 'unprovable';
    case 'pending':
    case 'expired':
    case 'cancelled':
    case 'unknown':
      return 'unknown';
  }
}

async function ask(
  job: Job,
  charge: Charge,
  refund: PendingRefund,
  handle: OrderHandle,
  context: JobContext,
): Promise<JobResult> {
  const answer = await context.gateway.refund(handle, refund.amount);
  if (answer.ok) {
    const { word, rawWord } = answer.value;
    if (word === 'refunded' || word === 'partial_refunded') return went(job, charge, refund, null, context);
    // HTTP 200 with `approved`: the bank said no (gateway protocol, section 5.2).
    if (word === 'approved') return refused(charge, refund, rawWord, context);
    return word === 'refund_pending' ? underWay(job) : again(context, job.tries, rawWord);
  }
  // Nothing left this machine, so this was no try.
  if (answer.error.kind === 'unreachable') return { kind: 'again', delayMs: 5 * SECOND };
  if (answer.error.kind === 'refused' && answer.error.reason !== 'already-final') {
    return refused(charge, refund, answer.error.message, context);
  }
  return again(context, job.tries, describe(answer.error));
}

/** Asynchronous at the bank: about 90 s for Pix, the next day for some wallets (gateway protocol, section 4.1). */
function underWay(job: Job): JobResult {
  const delayMs = Math.min(10 * SECOND * (job.step + 1), 10 * MINUTE);
  return { kind: 'again', delayMs, step: job.step + 1, error: 'under way' };
}

function went(
  job: Job,
  charge: Charge,
  refund: PendingRefund,
  said: OrderReading | null,
  context: JobContext,
): JobResult {
  // `refunded` says that all of the order went back, which may be more than this return.
  if (said?.word === 'refunded') tell(context, charge, job.attempt, charge.version, said);
  else context.service.act(charge.id, { type: 'refund-done', refundId: refund.refundId }, MACHINE);
  return DONE;
}

function refused(charge: Charge, refund: PendingRefund, message: string, context: JobContext): JobResult {
  context.service.act(charge.id, { type: 'refund-refused', refundId: refund.refundId, message }, MACHINE);
  return DONE;
}

/** Nobody can tell any more by asking: a person compares with the wallet's statement. */
function unclear(charge: Charge, refund: PendingRefund, message: string, context: JobContext): JobResult {
  context.service.act(charge.id, { type: 'refund-unclear', refundId: refund.refundId, message }, MACHINE);
  return DONE;
}
