import type { PrinterTarget, TransportKind } from '../../../shared/domain/printer/target.ts';
import type { TransportReason as Reason } from '../../../shared/domain/printer/print-reason.ts';
import type { PrinterProfile } from './encoder-port.ts';

export type { PrinterTarget, Reason, TransportKind };

/** The port between the print queue and the ways to a printer. What goes over it is bytes; what they print is no matter here. */

/** What a printer says of itself. A printer that does not answer is `unknown` in all of it, never broken. */
export interface PrinterStatus {
  readonly online: 'yes' | 'no' | 'unknown';
  readonly paper: 'ok' | 'near-end' | 'out' | 'unknown';
  readonly cover: 'closed' | 'open' | 'unknown';
  readonly error: 'none' | 'cutter' | 'recoverable' | 'unrecoverable' | 'unknown';
}

/** The language in which a printer is asked for its status; `none` for those that answer nothing. */
export type StatusDialect = PrinterProfile['status'];

/** What became of a job. Only `not_started` may be repeated without asking a person. */
export type SendOutcome =
  /** All bytes were taken. `confirmed`: the printer was asked after the last one and answered that it can print. */
  | { readonly kind: 'delivered'; readonly confirmed: boolean; readonly status: PrinterStatus }
  /** No byte left us. */
  | { readonly kind: 'not_started'; readonly reason: Reason; readonly detail: string }
  /** `accepted` bytes were taken for certain, and `maybe` more may have been. */
  | {
      readonly kind: 'partial';
      readonly accepted: number;
      readonly maybe: number;
      readonly reason: Reason;
      readonly detail: string;
    };

export interface StatusOptions {
  readonly dialect: StatusDialect;
  /** How long an answer is waited for, ms; 600 where nothing is said. */
  readonly answerMs?: number;
}

export interface SendOptions extends StatusOptions {
  /** A chunk that makes no progress for this long ends the job, ms; 4000 where nothing is said. */
  readonly idleMs?: number;
  /** To reach the printer at all, ms; 2000 where nothing is said. */
  readonly connectMs?: number;
  /** The whole job, ms; 30 000 where nothing is said. */
  readonly jobMs?: number;
  /** Ends the job between two chunks. */
  readonly signal?: AbortSignal;
}

/** A status, or why none could be asked for. */
export type StatusReply =
  | { readonly kind: 'asked'; readonly status: PrinterStatus }
  | { readonly kind: 'unreachable'; readonly reason: Reason; readonly detail: string };

/** A printer as discovery finds it, usable or not. */
export interface FoundPrinter {
  readonly target: PrinterTarget;
  /** What the device calls itself, or its place: `EPSON TM-T20X`, `/dev/ttyACM0`. */
  readonly label: string;
  /** Where it is now: a device file, a bus and port, an address. It may change at every plugging. */
  readonly place: string;
  /** USB identity where known, for a first guess at the profile: lower-case hex. */
  readonly usb?: { readonly vendor: string; readonly product: string };
  /** Why it cannot be used as things are; absent when nothing speaks against it. */
  readonly problem?: { readonly reason: Reason; readonly detail: string };
}

/** A whole kind that could not be searched: its library does not load here, or the system has no such thing. */
export interface UnsearchedKind {
  readonly kind: TransportKind;
  readonly reason: Reason;
  readonly detail: string;
}

export interface Discovery {
  readonly printers: readonly FoundPrinter[];
  readonly unsearched: readonly UnsearchedKind[];
}

/** One way to printers. Nothing here throws for what printers, cables and systems do. */
export interface PrinterTransport {
  readonly kind: TransportKind;
  /** All printers of this kind that are there now; rejects only if the kind as a whole cannot be searched. */
  list(): Promise<readonly FoundPrinter[]>;
  /** Asks without printing. */
  status(target: PrinterTarget, options: StatusOptions): Promise<StatusReply>;
  /** Sends one job, alone: the printer is taken for it and given back whatever comes. */
  send(target: PrinterTarget, bytes: Uint8Array, options: SendOptions): Promise<SendOutcome>;
}

/** All ways at once; what the queue and the set-up hold. */
export interface Printers {
  /** Searches all kinds at the same time. A bad device or kind is told, and hides no other. Never rejects. */
  discover(): Promise<Discovery>;
  status(target: PrinterTarget, options: StatusOptions): Promise<StatusReply>;
  send(target: PrinterTarget, bytes: Uint8Array, options: SendOptions): Promise<SendOutcome>;
}
