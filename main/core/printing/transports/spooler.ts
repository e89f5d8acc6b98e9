import type { Clock } from '../../../../shared/kernel/time.ts';
import { searchTroubleOf } from '../search-trouble.ts';
import { obstacleIn } from '../status/printer-status.ts';
import type { PrinterTransport, SendOptions, SendOutcome } from '../transport-port.ts';
import type { Fault } from './byte-link.ts';
import { createCups, cupsEnvironment } from './cups.ts';
import { faultOf } from './fault-of.ts';
import { limitsOf } from './limits.ts';
import type { Queue, SpoolSystem } from './spool-system.ts';
import { pause } from './within.ts';
import { createWinspool } from './winspool.ts';

/** The wait between two checks of a queue, ms. Each check starts a program under CUPS. */
const LOOK_MS = 200;

/**
 * Creates the transport over the print queues of the system, which pass jobs on unchanged. A queue reports when it took a job
 * and when the job left it. It never reports that the paper came out. If the job does not leave the queue, it is removed: a
 * printer that is switched on tomorrow must not print today's slips. Uses only a queue that the system listed.
 */
export function createSpoolerTransport(
  clock: Clock,
  system: SpoolSystem = process.platform === 'win32'
    ? createWinspool()
    : createCups(cupsEnvironment(process.env)),
): PrinterTransport {
  const listed = new Set<string>();
  const list = async (): Promise<readonly Queue[]> => {
    const queues = await system.queues();
    for (const { name } of queues) listed.add(name);
    return queues;
  };
  /** Returns why a queue may not be used. A listed queue that was removed later is refused by the system. */
  const refusal = async (name: string): Promise<Fault | null> => {
    try {
      if (!listed.has(name)) await list();
    } catch (error) {
      const fault = faultOf(error, 'NO_DRIVER');
      return searchTroubleOf(fault.detail) === 'no-answer' ? { ...fault, reason: 'NO_ANSWER' } : fault;
    }
    return listed.has(name) ? null : { reason: 'REJECTED', detail: `the system lists no queue ${name}` };
  };
  return {
    kind: 'spooler',
    list: async () =>
      (await list()).map(({ name, label }) => ({
        target: { kind: 'spooler', id: name },
        label,
        place: name,
      })),
    async status(target) {
      const refused = await refusal(target.id);
      if (refused !== null) return { kind: 'unreachable', ...refused };
      const state = await system.state(target.id);
      return state.ok ? { kind: 'asked', status: state.value } : { kind: 'unreachable', ...state.error };
    },
    async send(target, bytes, options) {
      const refused = await refusal(target.id);
      return refused === null
        ? sendThrough(clock, system, target.id, bytes, options)
        : { kind: 'not_started', ...refused };
    },
  };
}

async function sendThrough(
  clock: Clock,
  system: SpoolSystem,
  queue: string,
  bytes: Uint8Array,
  options: SendOptions,
): Promise<SendOutcome> {
  const deadline = clock.monotonic() + limitsOf(options).jobMs;
  const before = await system.state(queue);
  if (!before.ok) return { kind: 'not_started', ...before.error };
  const obstacle = obstacleIn(before.value);
  if (obstacle !== null) {
    return {
      kind: 'not_started',
      reason: obstacle,
      detail: `the system says: ${JSON.stringify(before.value)}`,
    };
  }
  // The calls before may have hung for longer than the job may take.
  if (isEnded(options.signal) || clock.monotonic() > deadline) {
    return { kind: 'not_started', reason: 'ABORTED', detail: 'the job was ended before its first byte' };
  }
  const job = await system.submit(queue, bytes);
  if (!job.ok) {
    return job.error.maybe === 0
      ? { kind: 'not_started', ...job.error }
      : { kind: 'partial', accepted: 0, ...job.error };
  }

  const doubt = { kind: 'partial', accepted: 0, maybe: bytes.length } as const;
  for (;;) {
    const progress = await system.progress(queue, job.value);
    if (progress.kind === 'gone') break;
    if (progress.kind === 'removed')
      return { ...doubt, reason: 'REMOVED', detail: `job ${job.value} was removed from the queue` };
    if (clock.monotonic() >= deadline || isEnded(options.signal)) {
      const state = await system.state(queue);
      await system.withdraw(queue, job.value);
      const reason = state.ok ? (obstacleIn(state.value) ?? progress.reason) : state.error.reason;
      const detail = `the system did not get rid of job ${job.value}`;
      return { ...doubt, reason: reason ?? 'NO_PROGRESS', detail };
    }
    await pause(clock, LOOK_MS);
  }
  const after = await system.state(queue);
  if (!after.ok) return { ...doubt, ...after.error };
  return { kind: 'delivered', confirmed: false, status: after.value };
}

function isEnded(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
