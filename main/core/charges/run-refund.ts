import {
  attemptOf,
  type Attempt,
  type Charge,
  type PendingRefund,
} from '../../../shared/domain/charge/charge.ts';
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import type { GatewayWord, OrderHandle, OrderReading, OrderVerdict } from '../gateway/port.ts';
import { MACHINE } from '../ledger/event-log.ts';
import { backoff } from '../outbox/backoff.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { again, describe, handleOf, tell, type JobContext } from './job-context.ts';

/** What an order's word proves of a return that was asked for, or may have been. */
type Proof = 'went' | 'all-went' | 'did-not-go' | 'under-way' | 'unprovable' | 'unknown';

/**
 * A request that got no answer may still be carried out at the other end. It is asked for again only when the order
 * was read so many times, a minute apart, and the first of them so long after, without a sign of it.
 */
const READS = 3;
const PATIENCE = 3 * MINUTE;
/** Steps from here on: the gateway has said that the return is under way. */
const TAKEN = 100;
/** Tries, hours of them, after which words that say nothing of a return are left to a person. */
const ENOUGH = 20;

/** Tries after which a backoff grows no more. */
const LONG = 10;

interface Refund {
  readonly job: Job;
  readonly charge: Charge;
  readonly attempt: Attempt;
  readonly asked: PendingRefund;
  readonly handle: OrderHandle;
  readonly context: JobContext;
}

/** Gives money back, once. What may have arrived is never repeated on trust: the order is read first. */
export async function runRefund(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const handle = handleOf(charge, job.attempt);
  const attempt = attemptOf(charge, job.attempt);
  const asked = charge.pendingRefund;
  if (handle === null || attempt === null || asked?.attempt !== job.attempt) return DONE;
  const refund = { job, charge, attempt, asked, handle, context };
  if (job.tries === 0) return ask(refund);

  const reading = await context.gateway.read(handle);
  if (!reading.ok) return again(context, job.tries, describe(reading.error));
  const { word, rawWord } = reading.value;
  switch (proofOf(word, refund)) {
    case 'went':
      return went(refund);
    case 'all-went':
      return allWent(refund, reading.value);
    case 'did-not-go':
      return didNotGo(refund, rawWord);
    case 'under-way':
      return underWay(job);
    case 'unprovable':
      return unclear(refund, rawWord);
    case 'unknown':
      if (job.tries >= ENOUGH) return unclear(refund, rawWord);
      return again(context, job.tries, rawWord, 10 * MINUTE);
  }
}

function proofOf(word: GatewayWord, { attempt, asked }: Refund): Proof {
  const before = attempt.refundedAmount;
  switch (word) {
    case 'refund_pending':
      return 'under-way';
    case 'refunded':
      return 'all-went';
    case 'approved':
      return before === 0 ? 'did-not-go' : 'unprovable';
    case 'partial_refunded':
      // One part more looks just like the parts before; and a part is not the whole that was asked for.
      return before === 0 && asked.amount < (attempt.paidAmount ?? 0) ? 'went' : 'unprovable';
    case 'pending':
    case 'cancelled':
    case 'expired':
    case 'unknown':
      return 'unknown';
  }
}

async function ask(refund: Refund): Promise<JobResult> {
  const { job, context, asked } = refund;
  const answer = await context.gateway.refund(refund.handle, asked.amount);
  if (!answer.ok) {
    if (answer.error.kind === 'unreachable') return { kind: 'again', delayMs: offlineDelay(job, context) };
    if (answer.error.kind === 'refused' && answer.error.reason !== 'already-final')
      return refused(refund, answer.error.message);
    return { ...again(context, job.tries, describe(answer.error)), step: 0 };
  }
  const { word, rawWord } = answer.value;
  // HTTP 200 with `approved`: the bank said no (gateway protocol, section 5.2).
  if (word === 'approved') return refused(refund, rawWord);
  if (word === 'refund_pending') return underWay(job);
  if (word === 'refunded') return allWent(refund, answer.value);
  if (word !== 'partial_refunded') return { ...again(context, job.tries, rawWord), step: 0 };
  // Parts that sum up to the whole may still be called parts; a whole asked for at once may not.
  const whole = refund.attempt.refundedAmount === 0 && asked.amount === refund.attempt.paidAmount;
  return whole ? unclear(refund, rawWord) : went(refund);
}

/** Nothing left this machine, so this was no try: soon at first, seldom on a line that is dead for longer, ms. */
function offlineDelay(job: Job, { clock, random }: JobContext): number {
  const waited = clock.now() - job.createdAt;
  return waited >= 0 && waited < MINUTE ? 5 * SECOND : backoff(LONG, random);
}

/** The order stands as if nothing had been asked of it. */
function didNotGo(refund: Refund, rawWord: string): JobResult | Promise<JobResult> {
  const { job, asked, context } = refund;
  // It was taken, and now the money is back with the shop: the bank said no (section 4.1).
  if (job.step >= TAKEN) return refused(refund, rawWord);
  const age = context.clock.now() - asked.requestedAt;
  const tooSoon = job.step < READS || (age >= 0 && age < PATIENCE);
  if (tooSoon) return { kind: 'again', delayMs: MINUTE, step: job.step + 1, error: 'not returned yet' };
  return ask(refund);
}

/** Asynchronous at the bank: about 90 s for Pix, the next day for some wallets (section 4.1). */
function underWay({ step }: Job): JobResult {
  const next = Math.max(step, TAKEN) + 1;
  const delayMs = Math.min(10 * SECOND * (next - TAKEN), 10 * MINUTE);
  return { kind: 'again', delayMs, step: next, error: 'under way' };
}

/** Everything of the order is back. A manager's word that came meanwhile makes the answer stale: then it is read again. */
function allWent({ job, charge, context }: Refund, said: OrderReading | OrderVerdict): JobResult {
  const told = tell(context, charge, job.attempt, charge.version, said);
  if (!told.ok && told.error === 'stale')
    return { ...again(context, job.tries, said.rawWord), step: job.step };
  return DONE;
}

function went({ charge, asked, context }: Refund): JobResult {
  context.service.act(charge.id, { type: 'refund-done', refundId: asked.refundId }, MACHINE);
  return DONE;
}

function refused({ charge, asked, context }: Refund, message: string): JobResult {
  context.service.act(charge.id, { type: 'refund-refused', refundId: asked.refundId, message }, MACHINE);
  return DONE;
}

/** Nobody can tell any more by asking: a person compares with the wallet's statement. The row stays, as a dead letter. */
function unclear({ charge, asked, context }: Refund, message: string): JobResult {
  context.service.act(charge.id, { type: 'refund-unclear', refundId: asked.refundId, message }, MACHINE);
  return { kind: 'dead', reason: `refund unclear: ${message}` };
}
