import { BY_MACHINE } from '../../../shared/domain/ledger-event/by.ts';
import {
  attemptOf,
  type Attempt,
  type Charge,
  type PendingRefund,
} from '../../../shared/domain/charge/charge.ts';
import { wordingOf } from '../../../shared/domain/charge/unclear.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import type { GatewayWord, OrderHandle, OrderReading, OrderWord } from '../gateway/port.ts';
import { retryDelay } from '../outbox/retry-delay.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { DOUBTS_BEFORE_PROBLEM, recordDoubt } from './doubt.ts';
import { again, describe, handleOf, recordReading, type JobContext } from './job-context.ts';

/** What an order's word proves about a refund whose request was sent or may have been sent. */
type Proof = 'done' | 'all-refunded' | 'not-refunded' | 'under-way' | 'unprovable' | 'unknown';

/**
 * The gateway can still carry out a request that got no answer. The refund is requested again only if this many readings, a
 * minute apart, show no sign of it and this much time has passed since the first request.
 */
const READS = 3;
const PATIENCE = 3 * MINUTE;
/**
 * A step is a sum of three counts. Below `TAKEN`: readings without a sign of the refund. From `TAKEN` on: readings since
 * the gateway said that the refund is under way. `DOUBT` for each reading in a row whose word proves nothing.
 */
const TAKEN = 100;
const DOUBT = 1_000_000;
/** After this many readings the wait for a refund that is under way stays at 10 minutes. */
const SLOW = 60;

/** The error text of the job's row after the first and the second reading in a row that deny a refund under way. */
const DENIALS = ['denied once', 'denied twice'];

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

/**
 * Refunds money, once. If the request may have arrived, the order is read before the request is repeated. The job ends only
 * by proof. After words that prove nothing it continues to read the order without an end, also after a manager settled the
 * charge without proof.
 */
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
  const proof = proofOf(word, refund);
  // A clear word removes the problem of an earlier word that proved nothing.
  if (charge.problem?.code === 'unknown-word' && (proof === 'under-way' || proof === 'not-refunded'))
    recordReading(context, charge, job.attempt, charge.version, reading.value);
  switch (proof) {
    case 'done':
      return refundDone(refund);
    case 'all-refunded':
      return allRefunded(refund, reading.value);
    case 'not-refunded':
      return notRefunded(refund, rawWord);
    case 'under-way':
      return underWay(job);
    case 'unprovable':
      return unclear(refund, rawWord);
    case 'unknown':
      return doubtful(refund, rawWord);
  }
}

function proofOf(word: GatewayWord, { attempt, asked }: Refund): Proof {
  const before = attempt.refundedAmount;
  switch (word) {
    case 'refund_pending':
      return 'under-way';
    case 'refunded':
      return 'all-refunded';
    case 'approved':
      return before === 0 ? 'not-refunded' : 'unprovable';
    case 'partial_refunded':
      // After an earlier partial refund the word proves no further one. After a request for the whole it proves no amount.
      return before === 0 && asked.amount < (attempt.paidAmount ?? 0) ? 'done' : 'unprovable';
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
  // HTTP 200 with `approved`: the bank refused (gateway protocol, section 5.2).
  if (word === 'approved') return refused(refund, rawWord);
  if (word === 'refund_pending') return underWay(job);
  if (word === 'refunded') return allRefunded(refund, answer.value);
  if (word !== 'partial_refunded') return { ...again(context, job.tries, rawWord), step: 0 };
  // `partial_refunded` can follow the last of several partial refunds. After a request for the whole it is a contradiction.
  const whole = refund.attempt.refundedAmount === 0 && asked.amount === refund.attempt.paidAmount;
  return whole ? unclear(refund, rawWord) : refundDone(refund);
}

/** Returns the wait in ms when no request left this machine: short in the first minute, then longer. It does not count as a try. */
function offlineDelay(job: Job, { clock, random }: JobContext): number {
  const waited = clock.now() - job.createdAt;
  return waited >= 0 && waited < MINUTE ? 5 * SECOND : retryDelay(LONG, random);
}

/** Handles an order that reads as if no refund was requested. */
function notRefunded(refund: Refund, rawWord: string): JobResult | Promise<JobResult> {
  const { job, asked, context } = refund;
  const step = job.step % DOUBT;
  // The gateway had accepted the refund and now calls the order paid: the bank refused (section 4.1). The word counts after
  // three readings, because an answer that is older than the refund can arrive after it.
  if (step >= TAKEN) {
    const next = DENIALS[DENIALS.indexOf(job.lastError ?? '') + 1];
    if (next === undefined) return refused(refund, rawWord);
    return { kind: 'again', delayMs: MINUTE, step: job.step, error: next };
  }
  const age = context.clock.now() - asked.requestedAt;
  const tooSoon = step < READS || (age >= 0 && age < PATIENCE);
  if (tooSoon) return { kind: 'again', delayMs: MINUTE, step: step + 1, error: 'not refunded yet' };
  return ask(refund);
}

/** Waits for the bank: about 90 s for Pix, until the next day for some wallets (section 4.1). */
function underWay({ step }: Job): JobResult {
  const next = Math.min(Math.max(step % DOUBT, TAKEN) + 1, TAKEN + SLOW);
  const delayMs = Math.min(10 * SECOND * (next - TAKEN), 10 * MINUTE);
  return { kind: 'again', delayMs, step: next, error: 'under way' };
}

/**
 * Handles a word that proves nothing. The refund stays pending. The order is read with waits of up to 10 minutes until the
 * charge gets a problem, then every 30 minutes for a day, then every 6 hours.
 */
function doubtful({ job, charge, context }: Refund, rawWord: string): JobResult {
  const doubts = Math.floor(job.step / DOUBT) + 1;
  if (doubts >= DOUBTS_BEFORE_PROBLEM) recordDoubt(job, charge, context, rawWord);
  const hot = retryDelay(doubts, context.random, 10 * MINUTE);
  const cold = doubts < DOUBTS_BEFORE_PROBLEM + DAY / (30 * MINUTE) ? 30 * MINUTE : 6 * HOUR;
  const delayMs = doubts < DOUBTS_BEFORE_PROBLEM ? hot : cold;
  return { kind: 'again', delayMs, step: job.step + DOUBT, error: wordingOf(rawWord) };
}

/** Records a refund of the whole order. If the charge changed meanwhile, the answer is stale and the order is read again. */
function allRefunded({ job, charge, context }: Refund, said: OrderReading | OrderWord): JobResult {
  const recorded = recordReading(context, charge, job.attempt, charge.version, said);
  if (!recorded.ok && recorded.error === 'stale')
    return { ...again(context, job.tries, said.rawWord), step: job.step };
  return DONE;
}

function refundDone({ charge, asked, context }: Refund): JobResult {
  context.service.act(charge.id, { type: 'refund-done', refundId: asked.refundId }, BY_MACHINE);
  return DONE;
}

function refused({ charge, asked, context }: Refund, message: string): JobResult {
  context.service.act(charge.id, { type: 'refund-refused', refundId: asked.refundId, message }, BY_MACHINE);
  return DONE;
}

/** Ends the job because the gateway's words cannot prove the refund any more. The watch continues to read the order. */
function unclear({ charge, asked, context }: Refund, message: string): JobResult {
  context.service.act(charge.id, { type: 'refund-unclear', refundId: asked.refundId, message }, BY_MACHINE);
  return DONE;
}
