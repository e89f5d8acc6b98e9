import type { Attempt, Charge } from '../../../shared/domain/charge/charge.ts';
import { attemptOf } from '../../../shared/domain/charge/charge.ts';
import {
  owesReading,
  provesNothing,
  deniesRefund,
  wordingOf,
} from '../../../shared/domain/charge/unclear.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import type { OrderReading } from '../gateway/port.ts';
import { DONE, type Job, type JobResult } from '../outbox/job.ts';
import { DOUBTS_BEFORE_PROBLEM, recordDoubt } from './doubt.ts';
import { again, describe, handleOf, recordReading, type JobContext } from './job-context.ts';

/**
 * The stages of the watch for late payments after the end of an order: often for 60 s, then for 60 min, then for 24 h
 * (rule 4). Answered looks are counted, not time. A clock that jumps does not end a watch, and a till that was offline or
 * switched off continues where it stopped.
 */
const STAGES: readonly { readonly looks: number; readonly every: number }[] = [
  { looks: 12, every: 5 * SECOND },
  { looks: 30, every: 2 * MINUTE },
  { looks: 46, every: 30 * MINUTE },
];
/** After these stages an order with an open fact is read every 30 minutes for two days, then every 6 hours. */
const OPEN_STAGES = [...STAGES, { looks: (2 * DAY) / (30 * MINUTE), every: 30 * MINUTE }];
const SLOWEST = 6 * HOUR;
/** For this many looks (five minutes) the gateway may still carry out a cancel that was sent before the payment was seen. */
const CANCEL_UNDER_WAY = 14;
/** After this many looks in a row, a minute apart, a word that denies a refund is recorded. */
const LASTING = 3;

/**
 * Reads an order that is over, or one with an open fact about its money: a refund that the gateway began by itself, an
 * unclear refund, a payment without an amount. An order with an open fact is read until the fact is known.
 */
export async function runWatch(job: Job, charge: Charge, context: JobContext): Promise<JobResult> {
  const handle = handleOf(charge, job.attempt);
  const before = attemptOf(charge, job.attempt);
  if (handle === null || before === null) return DONE;
  const reading = await context.gateway.read(handle);
  if (!reading.ok && reading.error.kind !== 'refused') {
    return again(context, job.tries, describe(reading.error), 10 * MINUTE);
  }
  if (reading.ok && isShortDenial(before, reading.value, job)) return lookAgain(job, reading.value);
  if (reading.ok) recordReading(context, charge, job.attempt, charge.version, reading.value);
  const after = context.charge(charge.id);
  const attempt = after === null ? null : attemptOf(after, job.attempt);
  if (after === null || attempt === null) return DONE;
  const isOpen = owesReading(attempt);
  const mayTurn = attempt.status === 'paid' && after.givenUp !== null && job.step < CANCEL_UNDER_WAY;
  if (!isOpen && !mayTurn && attempt.status !== 'closed') return DONE;
  const delayMs = watchDelay(job.step, isOpen ? OPEN_STAGES : STAGES) ?? (isOpen ? SLOWEST : null);
  if (delayMs === null) return DONE;
  const step = job.step + 1;
  if (!isOpen || !reading.ok || !provesNothing(reading.value.word)) return { kind: 'again', delayMs, step };
  const { rawWord } = reading.value;
  if (job.tries >= DOUBTS_BEFORE_PROBLEM) recordDoubt(job, after, context, rawWord);
  return { kind: 'again', delayMs, step, error: wordingOf(rawWord) };
}

/**
 * True for a word that denies a refund and was not read often enough in a row. A gateway can answer with an older state
 * shortly after a refund, and a person who believes that the refund failed may refund twice.
 */
function isShortDenial(
  attempt: Attempt,
  { word, rawWord }: OrderReading,
  { tries, lastError }: Job,
): boolean {
  return deniesRefund(attempt, word) && (tries < LASTING || lastError !== wordingOf(rawWord));
}

function lookAgain({ step }: Job, { rawWord }: OrderReading): JobResult {
  const delayMs = Math.max(MINUTE, watchDelay(step, OPEN_STAGES) ?? SLOWEST);
  return { kind: 'again', delayMs, step: step + 1, error: wordingOf(rawWord) };
}

/** Returns the wait after the look number `step` (from 0), ms. Null after the last look. */
function watchDelay(step: number, stages: typeof STAGES): number | null {
  let looks = 0;
  for (const stage of stages) {
    looks += stage.looks;
    if (step < looks) return stage.every;
  }
  return null;
}
