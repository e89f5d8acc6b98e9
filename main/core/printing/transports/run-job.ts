import type { Clock } from '../../../../shared/kernel/time.ts';
import { hasAnswered, obstacleIn, UNKNOWN_STATUS } from '../status/printer-status.ts';
import type { PrinterStatus, SendOptions, SendOutcome } from '../transport-port.ts';
import { askStatus } from './ask-status.ts';
import type { ByteLink, Fault } from './byte-link.ts';
import { limitsOf } from './limits.ts';

/** Sends one job over a printer that is already held, and gives the printer back. */
export async function runJob(
  clock: Clock,
  link: ByteLink,
  bytes: Uint8Array,
  options: SendOptions,
): Promise<SendOutcome> {
  const limits = limitsOf(options);
  const deadline = clock.monotonic() + limits.jobMs;
  let sent = 0;
  let arrived = 0;

  const broken = async (fault: Fault, unsure = 0): Promise<SendOutcome> => {
    await link.abort();
    const maybe = sent - arrived + unsure;
    return sent + unsure === 0
      ? { kind: 'not_started', ...fault }
      : { kind: 'partial', accepted: arrived, maybe, ...fault };
  };

  const before = await askStatus(clock, link, options.dialect, limits);
  if (!before.ok) return broken(before.error);
  const refusal = obstacleFault(before.value);
  if (refusal !== null) return broken(refusal);

  while (sent < bytes.length) {
    const left = deadline - clock.monotonic();
    if (options.signal?.aborted === true || left <= 0) return broken(endedBy(options.signal));
    const chunk = bytes.subarray(sent, sent + link.chunkBytes);
    const fault = await link.write(chunk, Math.min(limits.idleMs, left));
    if (fault !== null) return broken(fault, chunk.length);
    sent += chunk.length;
    if (link.countsArrivals) arrived = sent;
  }

  const after = await statusAfter(clock, link, options, hasAnswered(before.value));
  if ('reason' in after) return broken(after);
  if (hasAnswered(after)) arrived = sent;
  const obstacle = obstacleFault(after);
  if (obstacle !== null) return broken(obstacle);
  const closing = await link.close();
  if (closing !== null && !hasAnswered(after)) return broken(closing);
  return { kind: 'delivered', confirmed: hasAnswered(after), status: after };
}

/** What the printer says after the last byte. One that answered before and is silent now has stopped in the middle. */
async function statusAfter(
  clock: Clock,
  link: ByteLink,
  options: SendOptions,
  answeredBefore: boolean,
): Promise<PrinterStatus | Fault> {
  const limits = limitsOf(options);
  const end = clock.monotonic() + limits.idleMs;
  do {
    const reply = await askStatus(clock, link, options.dialect, limits);
    if (!reply.ok) return reply.error;
    if (hasAnswered(reply.value)) return reply.value;
  } while (answeredBefore && clock.monotonic() < end);
  return answeredBefore
    ? { reason: 'NO_PROGRESS', detail: 'the printer answered before the job, and no more after it' }
    : UNKNOWN_STATUS;
}

function obstacleFault(status: PrinterStatus): Fault | null {
  const reason = obstacleIn(status);
  return reason === null ? null : { reason, detail: `the printer says: ${JSON.stringify(status)}` };
}

function endedBy(signal: AbortSignal | undefined): Fault {
  const detail = signal?.aborted === true ? 'the caller ended the job' : 'the job took longer than its limit';
  return { reason: 'ABORTED', detail };
}
