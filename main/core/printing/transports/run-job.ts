import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import { hasAnswered, obstacleIn, UNKNOWN_STATUS } from '../status/printer-status.ts';
import type { PrinterStatus, Reason, SendOptions, SendOutcome } from '../transport-port.ts';
import type { ByteLink, Fault } from './byte-link.ts';
import { limitsOf, type Limits } from './limits.ts';
import { createTalk, type Talk } from './talk.ts';

/** A running job. */
interface Job {
  readonly clock: Clock;
  readonly link: ByteLink;
  readonly talk: Talk;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  /** By the steady clock. */
  readonly deadline: number;
  /** The bytes that a write took, and the bytes that have arrived for certain. */
  sent: number;
  arrived: number;
  /** The bytes of a write that failed. Any part of them may have been sent. */
  unsure: number;
}

/** Which questions the printer answered before the first byte. */
interface AnsweredQuestions {
  readonly answers: boolean;
  /** True if it also answers after it has printed everything before the question. Then the end of the print can be seen. */
  readonly answersInTurn: boolean;
}

/** Sends one job over a held printer, and releases the printer. */
export async function runJob(
  clock: Clock,
  link: ByteLink,
  bytes: Uint8Array,
  options: SendOptions,
): Promise<SendOutcome> {
  const limits = limitsOf(options);
  const job: Job = {
    clock,
    link,
    talk: createTalk(clock, link, options.dialect, limits),
    limits,
    signal: options.signal,
    deadline: clock.monotonic() + limits.jobMs,
    sent: 0,
    arrived: 0,
    unsure: 0,
  };
  const answered = await askBefore(job);
  if (!answered.ok) return endWithFault(job, answered.error);
  const fault = await sendChunks(job, bytes);
  if (fault !== null) return endWithFault(job, await reportedFault(job, fault));
  const after = await statusAfter(job, answered.value);
  if (!after.ok) return endWithFault(job, after.error);
  const confirmed = hasAnswered(after.value);
  const breaking = await link.close();
  if (breaking !== null && !confirmed) return outcomeOf(job, breaking);
  return { kind: 'delivered', confirmed, status: after.value };
}

/** Asks the printer for its status. Returns a fault if it reports that it cannot print. */
async function askBefore({ talk, limits }: Job): Promise<Result<AnsweredQuestions, Fault>> {
  const reply = await talk.ask();
  if (!reply.ok) return reply;
  const obstacle = obstacleFault(reply.value);
  if (obstacle !== null) return err(obstacle);
  const answers = hasAnswered(reply.value);
  if (!answers) return ok({ answers, answersInTurn: false });
  const fault = await talk.mark();
  return fault === null
    ? ok({ answers, answersInTurn: await talk.isMarkReached(limits.answerMs) })
    : err(fault);
}

async function sendChunks(job: Job, bytes: Uint8Array): Promise<Fault | null> {
  const { clock, link, limits, signal } = job;
  while (job.sent < bytes.length) {
    const left = job.deadline - clock.monotonic();
    if (signal?.aborted === true) return { reason: 'ABORTED', detail: 'the caller ended the job' };
    if (left <= 0) return { reason: 'ABORTED', detail: `the job took longer than ${limits.jobMs} ms` };
    const chunk = bytes.subarray(job.sent, job.sent + link.chunkBytes);
    const fault = await link.write(chunk, Math.min(limits.idleMs, left));
    if (fault !== null) {
      job.unsure = chunk.length;
      return fault;
    }
    job.sent += chunk.length;
    if (link.countsArrivals) job.arrived = job.sent;
  }
  return null;
}

/** Returns the fault that a stopped printer reported without a question, or the given fault. */
async function reportedFault({ talk }: Job, fault: Fault): Promise<Fault> {
  if (fault.reason !== 'NO_PROGRESS') return fault;
  return obstacleFault(await talk.unaskedStatus()) ?? fault;
}

/**
 * Returns the status after the last byte. If the printer can tell when all is printed, waits for that. A printer that answered
 * before and is silent now has stopped in the middle.
 */
async function statusAfter(job: Job, answered: AnsweredQuestions): Promise<Result<PrinterStatus, Fault>> {
  const { clock, talk, limits } = job;
  let lastAnswer = clock.monotonic();
  const unsent = answered.answersInTurn ? await talk.mark() : null;
  if (unsent !== null) return err(unsent);
  for (;;) {
    const isDone = !answered.answersInTurn || (await talk.isMarkReached(limits.answerMs));
    const reply = await talk.ask();
    if (!reply.ok) return reply;
    const now = clock.monotonic();
    if (hasAnswered(reply.value)) {
      job.arrived = job.sent;
      lastAnswer = now;
      const obstacle = obstacleFault(reply.value);
      if (obstacle !== null) return err(obstacle);
      if (isDone) return reply;
    }
    if (!answered.answers) return ok(UNKNOWN_STATUS);
    if (now - lastAnswer >= limits.idleMs)
      return err({ reason: 'NO_PROGRESS', detail: 'the printer does not answer any more' });
    if (now >= job.deadline) return err({ reason: 'NO_PROGRESS', detail: 'the printer does not end' });
  }
}

function obstacleFault(status: PrinterStatus): Fault | null {
  const reason = obstacleIn(status);
  return reason === null ? null : { reason, detail: `the printer says: ${JSON.stringify(status)}` };
}

/** Faults that the printer reports. The link to it works. */
const REPORTED: ReadonlySet<Reason> = new Set<Reason>(['PAPER_OUT', 'COVER_OPEN', 'OFFLINE']);

async function endWithFault(job: Job, fault: Fault): Promise<SendOutcome> {
  await (REPORTED.has(fault.reason) ? job.link.close() : job.link.abort());
  return outcomeOf(job, fault);
}

function outcomeOf({ sent, arrived, unsure }: Job, fault: Fault): SendOutcome {
  return sent + unsure === 0
    ? { kind: 'not_started', ...fault }
    : { kind: 'partial', accepted: arrived, maybe: sent - arrived + unsure, ...fault };
}
