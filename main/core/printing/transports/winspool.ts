import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { UNKNOWN_STATUS } from '../status/printer-status.ts';
import type { PrinterStatus, Reason } from '../transport-port.ts';
import type { Fault } from './byte-link.ts';
import type { JobProgress, SpoolSystem, SubmitFault } from './spool-system.ts';
import { loadWinspool, type Handle, type Winspool } from './winspool-calls.ts';

/** PRINTER_STATUS_* of winspool.h. */
const PAUSED = 0x1;
const PENDING_DELETION = 0x4;
const PAPER_JAM = 0x8;
const PAPER_OUT = 0x10;
const OFFLINE = 0x80;
const NOT_AVAILABLE = 0x1000;
const USER_INTERVENTION = 0x10_0000;
const DOOR_OPEN = 0x40_0000;

/** PRINTER_ATTRIBUTE_WORK_OFFLINE. Windows sets it for a USB printer that is unplugged or off, and a person can. */
const WORK_OFFLINE = 0x400;

/** JOB_STATUS_*: printed or complete. A queue may keep such a job. */
const JOB_PRINTED = 0x80 | 0x1000;
/** JOB_STATUS_*: being deleted, or deleted. */
const JOB_REMOVED = 0x4 | 0x100;
/** JOB_STATUS_*: why a job waits, the most exact first. Blocked: the driver cannot print it. Error: the port refuses it. */
const JOB_WAITS: readonly (readonly [number, Reason])[] = [
  [0x40, 'PAPER_OUT'],
  // Paused, an error, offline, a person is needed.
  [0x1 | 0x2 | 0x20 | 0x400, 'OFFLINE'],
  [0x200, 'NO_DRIVER'],
];

/** System error codes of Windows. */
const ERROR_ACCESS_DENIED = 5;
/** A queue has no job of this number. */
const ERROR_INVALID_PARAMETER = 87;
const ERROR_INVALID_LEVEL = 124;
const SPOOLER_IS_STOPPED = 1722;

/**
 * Creates Windows' spooler. Its RAW jobs reach the printer unchanged with every driver. Each call holds its thread until the
 * spooler answers, so it runs in a thread of its own (see `thread-transport.ts`).
 */
export function createWinspool(load: () => Promise<Winspool> = loadWinspool): SpoolSystem {
  let loaded: Promise<Winspool> | undefined;

  /** Opens the queue, runs one piece of work, and closes it. */
  const using = async <T>(
    queue: string,
    work: (spool: Winspool, handle: Handle) => Result<T, Fault>,
  ): Promise<Result<T, Fault>> => {
    try {
      const spool = await (loaded ??= load());
      const handle = spool.open(queue);
      if (handle === null) return err(faultIn(`OpenPrinter ${queue}`, spool.lastError()));
      try {
        return work(spool, handle);
      } finally {
        spool.close(handle);
      }
    } catch (error) {
      return err({ reason: 'NO_DRIVER', detail: error instanceof Error ? error.message : String(error) });
    }
  };

  return {
    async queues() {
      return (await (loaded ??= load())).names().map((name) => ({ name, label: name }));
    },
    state: async (queue) => using(queue, stateIn),
    async submit(queue, bytes) {
      const done = await using(queue, (spool, handle) => ok(submitTo(spool, handle, bytes)));
      return done.ok ? done.value : err({ ...done.error, maybe: 0 });
    },
    async progress(queue, job) {
      const progress = await using(queue, (spool, handle) => ok(progressIn(spool, handle, Number(job))));
      return progress.ok ? progress.value : { kind: 'waiting', reason: progress.error.reason };
    },
    async withdraw(queue, job) {
      await using(queue, (spool, handle) => ok(spool.deleteJob(handle, Number(job))));
    },
  };
}

/** Submits a job. If the spooler does not take all of it, deletes it. It may have begun to print its part. */
function submitTo(spool: Winspool, handle: Handle, bytes: Uint8Array): Result<string, SubmitFault> {
  const job = spool.startDocument(handle, 'Balcão');
  if (job === 0) return rejected(`StartDocPrinter failed: ${spool.lastError()}`);
  const written = spool.write(handle, bytes);
  if (written < bytes.length) spool.deleteJob(handle, job);
  const ended = spool.endDocument(handle);
  if (written < bytes.length)
    return rejected(`the spooler took ${written} of ${bytes.length} bytes`, written);
  return ended ? ok(String(job)) : rejected(`EndDocPrinter failed: ${spool.lastError()}`, written);
}

function rejected(detail: string, maybe = 0): { readonly ok: false; readonly error: SubmitFault } {
  return err({ reason: 'REJECTED', detail, maybe });
}

/** Returns where the job is. A job that the spooler cannot tell of is waiting. */
function progressIn(spool: Winspool, handle: Handle, job: number): JobProgress {
  const status = spool.jobStatus(handle, job);
  if (status === null)
    return spool.lastError() === ERROR_INVALID_PARAMETER
      ? { kind: 'gone' }
      : { kind: 'waiting', reason: null };
  if ((status & JOB_PRINTED) !== 0) return { kind: 'gone' };
  if ((status & JOB_REMOVED) !== 0) return { kind: 'removed' };
  return { kind: 'waiting', reason: JOB_WAITS.find(([bits]) => (status & bits) !== 0)?.[1] ?? null };
}

function faultIn(call: string, code: number): Fault {
  const reasons: Readonly<Record<number, Reason>> = {
    [ERROR_ACCESS_DENIED]: 'NO_PERMISSION',
    [SPOOLER_IS_STOPPED]: 'NO_DRIVER',
  };
  return { reason: reasons[code] ?? 'REJECTED', detail: `${call} failed: ${code}` };
}

/** Returns the status of a queue's printer. A fault for a queue that is paused or being deleted. */
function stateIn(spool: Winspool, handle: Handle): Result<PrinterStatus, Fault> {
  const bits = spool.status(handle);
  if (bits === null) {
    const code = spool.lastError();
    // A provider of print queues that does not know the question.
    return code === ERROR_INVALID_LEVEL ? ok(UNKNOWN_STATUS) : err(faultIn('GetPrinter', code));
  }
  const has = (mask: number): boolean => (bits & mask) !== 0;
  if (has(PENDING_DELETION)) return err({ reason: 'REJECTED', detail: 'the queue is being deleted' });
  if (has(PAUSED)) return err({ reason: 'OFFLINE', detail: 'the queue is paused' });
  const isOffline =
    has(OFFLINE | NOT_AVAILABLE | PAPER_JAM | USER_INTERVENTION) ||
    (spool.attributes(handle) & WORK_OFFLINE) !== 0;
  return ok({
    ...UNKNOWN_STATUS,
    ...(isOffline ? { online: 'no' } : {}),
    ...(has(PAPER_OUT) ? { paper: 'out' } : {}),
    ...(has(DOOR_OPEN) ? { cover: 'open' } : {}),
  });
}
