import type { PrinterStatus } from '../transport-port.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import type { Fault } from './byte-link.ts';

/** A queue of the system. */
export interface Queue {
  readonly name: string;
  /** Its printer's maker and model, or the name again. */
  readonly label: string;
}

/** The system's own print queues: Windows' spooler or CUPS. */
export interface SpoolSystem {
  /** Rejects where the system has no queues at all. */
  queues(): Promise<readonly Queue[]>;
  /** What the system knows of the queue's printer; it knows little. A fault for a queue that takes no job. */
  state(queue: string): Promise<Result<PrinterStatus, Fault>>;
  /** Hands a job over as it is; gives the system's name for it. A fault when the system took nothing of it. */
  submit(queue: string, bytes: Uint8Array): Promise<Result<string, Fault>>;
  /** Whether the job is still in the queue. */
  isWaiting(queue: string, job: string): Promise<boolean>;
  /** Takes a job out of the queue. Harmless when it is no longer there. */
  withdraw(queue: string, job: string): Promise<void>;
}
