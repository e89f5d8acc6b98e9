import type { PrinterStatus, Reason } from '../transport-port.ts';
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

/**
 * Where a job is. `waiting`: it is in the queue, or the system does not say. `reason` is why it waits, or null if the system does
 * not say that. `gone`: it left the queue, as a printed job does. `removed`: it was removed from the queue before its end.
 */
export type JobProgress =
  | { readonly kind: 'waiting'; readonly reason: Reason | null }
  | { readonly kind: 'gone' }
  | { readonly kind: 'removed' };

/** The print queues of the system: Windows' spooler or CUPS. */
export interface SpoolSystem {
  /** Returns the queues. Rejects if the system has no queues. */
  queues(): Promise<readonly Queue[]>;
  /** Returns the status of the queue's printer, which has little. A fault for a queue that takes no job, such as a paused one. */
  state(queue: string): Promise<Result<PrinterStatus, Fault>>;
  /** Gives a job to the system unchanged. Returns the system's name for it. */
  submit(queue: string, bytes: Uint8Array): Promise<Result<string, SubmitFault>>;
  /** Returns where the job is. */
  progress(queue: string, job: string): Promise<JobProgress>;
  /** Removes a job from the queue. Does nothing if it is not there. */
  withdraw(queue: string, job: string): Promise<void>;
}
