import type { TicketRequest } from '../../../../shared/domain/ticket/context.ts';
import type { PrintState } from '../../../../shared/domain/printer/print-state.ts';
import type { EpochMs } from '../../../../shared/kernel/time.ts';
import type { PrintReason } from '../../../../shared/domain/printer/print-reason.ts';
import type { PrinterTarget } from '../transport-port.ts';

export type { PrintReason };

/** One sending to a printer. Its bytes are read when it is sent. */
interface Job {
  readonly id: string;
  readonly chargeId: string | null;
  readonly profile: string;
  readonly target: PrinterTarget;
  readonly state: PrintState;
  readonly tries: number;
  /** Of a job that stopped in the middle: how many bytes the printer took for certain. */
  readonly accepted: number | null;
  readonly reason: PrintReason | null;
  readonly createdAt: EpochMs;
  /** From this instant on it is not printed. */
  readonly expiresAt: EpochMs | null;
}

/** One slip. */
export interface PrintJob extends Job {
  /** Its text as data: a second copy is made from it. */
  readonly request: TicketRequest;
}

/** Opens the drawer. It prints nothing, so it is never asked about and never copied. */
export interface DrawerJob extends Job {
  readonly request: null;
}

export type NewJob = Pick<
  PrintJob | DrawerJob,
  'id' | 'chargeId' | 'request' | 'profile' | 'target' | 'createdAt' | 'expiresAt'
> & { readonly bytes: Uint8Array };
