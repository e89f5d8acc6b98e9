import type { PrinterStatus } from '../transport-port.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import type { Fault } from './byte-link.ts';

/** A queue of the system. */
export interface Queue {
  readonly name: string;
  /** Its printer's maker and model, or the name again. */
  readonly label: string;
}

/** A job that was not handed over, and how many of its bytes may be printed all the same. */
export interface SubmitFault extends Fault {
  readonly maybe: number;
}

/** The system's own print queues: Windows' spooler or CUPS. */
export interface SpoolSystem {
  /** Rejects where the system has no queues at all. */
  queues(): Promise<readonly Queue[]>;
  /** What the system knows of the queue's printer; it knows little. A fault for a queue that takes no job. */
  state(queue: string): Promise<Result<PrinterStatus, Fault>>;
  /** Hands a job over as it is; gives the system's name for it. */
  submit(queue: string, bytes: Uint8Array): Promise<Result<string, SubmitFault>>;
  /** Whether the job is still in the queue; also true while the system does not say. */
  isWaiting(queue: string, job: string): Promise<boolean>;
  /** Takes a job out of the queue. Harmless when it is no longer there. */
  withdraw(queue: string, job: string): Promise<void>;
}
