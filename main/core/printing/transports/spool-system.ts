import type { PrinterStatus } from '../transport-port.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import type { Fault } from './byte-link.ts';

/** A print queue of the system. */
export interface Queue {
  readonly name: string;
  /** The maker and model of its printer, or its name. */
  readonly label: string;
}

/** A job that the system did not take, and how many of its bytes may be printed nevertheless. */
export interface SubmitFault extends Fault {
  readonly maybe: number;
}

/** The print queues of the system: Windows' spooler or CUPS. */
export interface SpoolSystem {
  /** Returns the queues. Rejects if the system has no queues. */
  queues(): Promise<readonly Queue[]>;
  /** Returns the status of the queue's printer, which has little. A fault for a queue that takes no job. */
  state(queue: string): Promise<Result<PrinterStatus, Fault>>;
  /** Gives a job to the system unchanged. Returns the system's name for it. */
  submit(queue: string, bytes: Uint8Array): Promise<Result<string, SubmitFault>>;
  /** True while the job is in the queue, or the system does not say. */
  isWaiting(queue: string, job: string): Promise<boolean>;
  /** Removes a job from the queue. Does nothing if it is not there. */
  withdraw(queue: string, job: string): Promise<void>;
}
