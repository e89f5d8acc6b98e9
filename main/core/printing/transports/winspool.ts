import { err, ok } from '../../../../shared/kernel/result.ts';
import { UNKNOWN_STATUS } from '../status/printer-status.ts';
import type { PrinterStatus, Reason } from '../transport-port.ts';
import type { Fault } from './byte-link.ts';
import type { SpoolSystem, SubmitFault } from './spool-system.ts';
import { loadWinspool, type Handle, type Winspool } from './winspool-calls.ts';

/** PRINTER_STATUS_* of winspool.h. */
const PAUSED = 0x1;
const PAPER_JAM = 0x8;
const PAPER_OUT = 0x10;
const OFFLINE = 0x80;
const NOT_AVAILABLE = 0x1000;
const USER_INTERVENTION = 0x10_0000;
const DOOR_OPEN = 0x40_0000;

/** JOB_STATUS_*: printed, deleted or complete. A queue may keep such a job. */
const JOB_IS_OVER = 0x80 | 0x100 | 0x1000;

/** System error codes of Windows. */
const ERROR_ACCESS_DENIED = 5;
const SPOOLER_IS_STOPPED = 1722;

/** Creates Windows' spooler. Its RAW jobs reach the printer unchanged with every driver. */
export function createWinspool(load: () => Promise<Winspool> = loadWinspool): SpoolSystem {
  let loaded: Promise<Winspool> | undefined;

  /** Opens the queue, runs one piece of work, and closes it. */
  const using = async <T>(
    queue: string,
    work: (spool: Winspool, handle: Handle) => T | Promise<T>,
  ): Promise<{ ok: true; value: T } | { ok: false; error: Fault }> => {
    try {
      const spool = await (loaded ??= load());
      const handle = spool.open(queue);
      if (handle === null) return err(openingFault(queue, spool.lastError()));
      try {
        return ok(await work(spool, handle));
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
    state: async (queue) => using(queue, (spool, handle) => statusIn(spool.status(handle))),
    async submit(queue, bytes) {
      const done = await using(queue, async (spool, handle) => submitTo(spool, handle, bytes));
      return done.ok ? done.value : err({ ...done.error, maybe: 0 });
    },
    async isWaiting(queue, job) {
      const status = await using(queue, (spool, handle) => spool.jobStatus(handle, Number(job)));
      return !status.ok || (status.value !== null && (status.value & JOB_IS_OVER) === 0);
    },
    async withdraw(queue, job) {
      await using(queue, (spool, handle) => spool.deleteJob(handle, Number(job)));
    },
  };
}

/** Submits a job. If the spooler does not take all of it, deletes it. It may have begun to print its part. */
async function submitTo(spool: Winspool, handle: Handle, bytes: Uint8Array) {
  const job = spool.startDocument(handle, 'Balcão');
  if (job === 0) return rejected(`StartDocPrinter failed: ${spool.lastError()}`);
  const written = await spool.write(handle, bytes);
  if (written < bytes.length) spool.deleteJob(handle, job);
  const ended = spool.endDocument(handle);
  if (written < bytes.length)
    return rejected(`the spooler took ${written} of ${bytes.length} bytes`, written);
  return ended ? ok(String(job)) : rejected(`EndDocPrinter failed: ${spool.lastError()}`, written);
}

function rejected(detail: string, maybe = 0): { readonly ok: false; readonly error: SubmitFault } {
  return err({ reason: 'REJECTED', detail, maybe });
}

function openingFault(queue: string, code: number): Fault {
  const reasons: Readonly<Record<number, Reason>> = {
    [ERROR_ACCESS_DENIED]: 'NO_PERMISSION',
    [SPOOLER_IS_STOPPED]: 'NO_DRIVER',
  };
  return { reason: reasons[code] ?? 'REJECTED', detail: `OpenPrinter ${queue} failed: ${code}` };
}

function statusIn(bits: number): PrinterStatus {
  const has = (mask: number): boolean => (bits & mask) !== 0;
  return {
    ...UNKNOWN_STATUS,
    ...(has(PAUSED | OFFLINE | NOT_AVAILABLE | PAPER_JAM | USER_INTERVENTION) ? { online: 'no' } : {}),
    ...(has(PAPER_OUT) ? { paper: 'out' } : {}),
    ...(has(DOOR_OPEN) ? { cover: 'open' } : {}),
  };
}
