import type { TicketRequest } from '../../../../shared/domain/ticket/context.ts';
import type { PrintState } from '../../../../shared/domain/printer/print-state.ts';
import type { EpochMs } from '../../../../shared/kernel/time.ts';
import type { PrintReason } from '../../../../shared/domain/printer/print-reason.ts';
import type { PrinterTarget } from '../transport-port.ts';

export type { PrintReason };

/** A job for a printer. Its bytes are read when it is sent. */
interface Job {
  readonly id: string;
  readonly chargeId: string | null;
  readonly profile: string;
  readonly target: PrinterTarget;
  readonly state: PrintState;
  readonly tries: number;
  /** If the job stopped in the middle, how many bytes the printer took for certain. Else null. */
  readonly accepted: number | null;
  readonly reason: PrintReason | null;
  readonly createdAt: EpochMs;
  /** The job is not sent at or after this instant. */
  readonly expiresAt: EpochMs | null;
}

/** The job of a slip. */
export interface PrintJob extends Job {
  /** The content of the slip. A second copy is made from it. */
  readonly request: TicketRequest;
}

/** A job that opens the drawer. It prints nothing, so no person is asked about it and it has no second copy. */
export interface DrawerJob extends Job {
  readonly request: null;
}

/** A job to write. */
export type NewJob = Pick<
  PrintJob | DrawerJob,
  'id' | 'chargeId' | 'request' | 'profile' | 'target' | 'createdAt' | 'expiresAt'
> & { readonly bytes: Uint8Array };
