import type { TicketRequest } from '../../../shared/domain/ticket/context.ts';
import type { PrintState } from '../../../shared/domain/printer/print-state.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import type { PrinterTarget, Reason } from '../printing/transport-port.ts';

/** Why a job stands where it stands: the printer's reasons, and two of the queue's own. */
export type PrintReason =
  | Reason
  /** It waited for so long that nobody stands there for it any more. */
  | 'STALE'
  /** The till ended in the middle of it. */
  | 'TILL_ENDED';

/** What goes to a printer at once. Its bytes are read when it is sent. */
interface Job {
  readonly id: string;
  readonly chargeId: string | null;
  readonly profile: string;
  readonly target: PrinterTarget;
  readonly state: PrintState;
  readonly tries: number;
  /** Bytes that the printer took for certain of a job that stopped in the middle. */
  readonly accepted: number | null;
  readonly reason: PrintReason | null;
  readonly createdAt: EpochMs;
  /** After this instant it is of no use, and is not printed. */
  readonly expiresAt: EpochMs | null;
}

/** One slip. */
export interface PrintJob extends Job {
  /** What it says, as data: a second copy is made from it. */
  readonly request: TicketRequest;
}

/** Opens the drawer. Nothing of it is on paper: nobody is asked about it, and there is no copy of it. */
export interface DrawerJob extends Job {
  readonly request: null;
}

export type NewJob = Pick<
  PrintJob | DrawerJob,
  'id' | 'chargeId' | 'request' | 'profile' | 'target' | 'createdAt' | 'expiresAt'
> & { readonly bytes: Uint8Array };
