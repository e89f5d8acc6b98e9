import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import { hasAnswered, obstacleIn, UNKNOWN_STATUS } from '../status/printer-status.ts';
import type { PrinterStatus, Reason, SendOptions, SendOutcome } from '../transport-port.ts';
import type { ByteLink, Fault } from './byte-link.ts';
import { limitsOf, type Limits } from './limits.ts';
import { createTalk, type Talk } from './talk.ts';

/** One job under way. */
interface Job {
  readonly clock: Clock;
  readonly link: ByteLink;
  readonly talk: Talk;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  /** By the steady clock. */
  readonly deadline: number;
  /** Bytes that a write took, and those that have arrived for certain. */
  sent: number;
  arrived: number;
  /** Bytes of a write that failed: any part of them may have gone. */
  unsure: number;
}

/** What the printer told of itself before the first byte. */
interface Manners {
  readonly answers: boolean;
  /** It also answers in its turn, so that its having printed all can be seen. */
  readonly answersInTurn: boolean;
}

/** Sends one job over a printer that is already held, and gives the printer back. */
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
  const manners = await greet(job);
  if (!manners.ok) return endBy(job, manners.error);
  const fault = await sendChunks(job, bytes);
  if (fault !== null) return endBy(job, await explained(job, fault));
  const after = await statusAfter(job, manners.value);
  if (!after.ok) return endBy(job, after.error);
  const confirmed = hasAnswered(after.value);
  const breaking = await link.close();
  if (breaking !== null && !confirmed) return outcomeOf(job, breaking);
  return { kind: 'delivered', confirmed, status: after.value };
}

/** Asks the printer whether it can print; a fault if it says that it cannot. */
async function greet({ talk, limits }: Job): Promise<Result<Manners, Fault>> {
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

/** A printer that stopped may have said why, where it speaks without being asked. */
async function explained({ talk }: Job, fault: Fault): Promise<Fault> {
  if (fault.reason !== 'NO_PROGRESS') return fault;
  return obstacleFault(await talk.overheard()) ?? fault;
}

/**
 * What the printer says after the last byte: when all is printed, if it can tell that. One that answered before and is
 * silent now has stopped in the middle.
 */
async function statusAfter(job: Job, manners: Manners): Promise<Result<PrinterStatus, Fault>> {
  const { clock, talk, limits } = job;
  let lastAnswer = clock.monotonic();
  const unsent = manners.answersInTurn ? await talk.mark() : null;
  if (unsent !== null) return err(unsent);
  for (;;) {
    const isDone = !manners.answersInTurn || (await talk.isMarkReached(limits.answerMs));
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
    if (!manners.answers) return ok(UNKNOWN_STATUS);
    if (now - lastAnswer >= limits.idleMs)
      return err({ reason: 'NO_PROGRESS', detail: 'the printer answers no more' });
    if (now >= job.deadline)
      return err({ reason: 'NO_PROGRESS', detail: 'the printer does not come to an end' });
  }
}

function obstacleFault(status: PrinterStatus): Fault | null {
  const reason = obstacleIn(status);
  return reason === null ? null : { reason, detail: `the printer says: ${JSON.stringify(status)}` };
}

/** What a printer says of itself, over a way that works. */
const SAID: ReadonlySet<Reason> = new Set<Reason>(['PAPER_OUT', 'COVER_OPEN', 'OFFLINE']);

async function endBy(job: Job, fault: Fault): Promise<SendOutcome> {
  await (SAID.has(fault.reason) ? job.link.close() : job.link.abort());
  return outcomeOf(job, fault);
}

function outcomeOf({ sent, arrived, unsure }: Job, fault: Fault): SendOutcome {
  return sent + unsure === 0
    ? { kind: 'not_started', ...fault }
    : { kind: 'partial', accepted: arrived, maybe: sent - arrived + unsure, ...fault };
}
