import { ACTORS } from '../../../shared/domain/people/actors.ts';
import {
  attemptOf,
  type Attempt,
  type Charge,
  type PendingRefund,
} from '../../../shared/domain/charge/charge.ts';
import { wordingOf } from '../../../shared/domain/charge/unclear.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import type { GatewayWord, OrderHandle, OrderReading, OrderVerdict } from '../gateway/port.ts';
import { retryDelay } from '../outbox/retry-delay.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { ENOUGH, tellDoubt } from './doubt.ts';
import { again, describe, handleOf, tell, type JobContext } from './job-context.ts';

/** What an order's word proves about a refund that was asked for, or may have been. */
type Proof = 'went' | 'all-went' | 'did-not-go' | 'under-way' | 'unprovable' | 'unknown';

/**
 * A request without an answer can still be carried out. The refund is asked for again only after this many readings, a
 * minute apart, and this long after the first request, without a sign of it.
 */
const READS = 3;
const PATIENCE = 3 * MINUTE;
/**
 * A step is a sum of three counts. Below `TAKEN`: readings without a sign of the refund. From `TAKEN` on: readings since
 * the gateway said that the refund is under way. `DOUBT` for each reading in a row whose word proves nothing.
 */
const TAKEN = 100;
const DOUBT = 1_000_000;
/** Readings after which the wait for a refund that is under way grows no more: from here on 10 minutes. */
const SLOW = 60;

/** What the job's row says after each reading in a row that denies a refund which was under way. */
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
 * Refunds money, once. If the request may have arrived, the order is read before it is repeated. The job ends by proof
 * alone: words that prove nothing are read on for ever, also after a manager settled the charge without proof.
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
  // A clear word ends the problem that an unclear one made.
  if (charge.problem?.code === 'unknown-word' && (proof === 'under-way' || proof === 'did-not-go'))
    tell(context, charge, job.attempt, charge.version, reading.value);
  switch (proof) {
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
      return doubtful(refund, rawWord);
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
      // After an earlier part, the word proves no further one. After a request for everything, it proves no amount.
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
  // `partial_refunded` can follow the last of several parts. After one request for everything it is a contradiction.
  const whole = refund.attempt.refundedAmount === 0 && asked.amount === refund.attempt.paidAmount;
  return whole ? unclear(refund, rawWord) : went(refund);
}

/** How long to wait when nothing left this machine, ms: short in the first minute, then longer. It counts as no try. */
function offlineDelay(job: Job, { clock, random }: JobContext): number {
  const waited = clock.now() - job.createdAt;
  return waited >= 0 && waited < MINUTE ? 5 * SECOND : retryDelay(LONG, random);
}

/** The order reads as if no refund had been asked for. */
function didNotGo(refund: Refund, rawWord: string): JobResult | Promise<JobResult> {
  const { job, asked, context } = refund;
  const step = job.step % DOUBT;
  // The gateway had accepted the refund, and the order is paid again: the bank refused (section 4.1). The word has to
  // last: an answer that is older than the refund can arrive after it.
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

/** Asynchronous at the bank: about 90 s for Pix, the next day for some wallets (section 4.1). */
function underWay({ step }: Job): JobResult {
  const next = Math.min(Math.max(step % DOUBT, TAKEN) + 1, TAKEN + SLOW);
  const delayMs = Math.min(10 * SECOND * (next - TAKEN), 10 * MINUTE);
  return { kind: 'again', delayMs, step: next, error: 'under way' };
}

/**
 * A word that proves nothing: the refund stays pending and the order is read on, at most every 10 minutes until a person
 * is told, then every 30 minutes for a day, then every 6 hours.
 */
function doubtful({ job, charge, context }: Refund, rawWord: string): JobResult {
  const doubts = Math.floor(job.step / DOUBT) + 1;
  if (doubts >= ENOUGH) tellDoubt(job, charge, context, rawWord);
  const hot = retryDelay(doubts, context.random, 10 * MINUTE);
  const cold = doubts < ENOUGH + DAY / (30 * MINUTE) ? 30 * MINUTE : 6 * HOUR;
  const delayMs = doubts < ENOUGH ? hot : cold;
  return { kind: 'again', delayMs, step: job.step + DOUBT, error: wordingOf(rawWord) };
}

/** The whole order is refunded. If a manager's word came meanwhile, the answer is stale, and the order is read again. */
function allWent({ job, charge, context }: Refund, said: OrderReading | OrderVerdict): JobResult {
  const told = tell(context, charge, job.attempt, charge.version, said);
  if (!told.ok && told.error === 'stale')
    return { ...again(context, job.tries, said.rawWord), step: job.step };
  return DONE;
}

function went({ charge, asked, context }: Refund): JobResult {
  context.service.act(charge.id, { type: 'refund-done', refundId: asked.refundId }, ACTORS.machine);
  return DONE;
}

function refused({ charge, asked, context }: Refund, message: string): JobResult {
  context.service.act(
    charge.id,
    { type: 'refund-refused', refundId: asked.refundId, message },
    ACTORS.machine,
  );
  return DONE;
}

/** The gateway's words cannot prove the refund any more: the job ends, and the watch of the order reads it on. */
function unclear({ charge, asked, context }: Refund, message: string): JobResult {
  context.service.act(
    charge.id,
    { type: 'refund-unclear', refundId: asked.refundId, message },
    ACTORS.machine,
  );
  return DONE;
}
