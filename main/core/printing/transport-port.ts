import type { PrinterTarget, TransportKind } from '../../../shared/domain/printer/target.ts';
import type { SearchTrouble } from '../../../shared/domain/printer/search-trouble.ts';
import type { TransportReason as Reason } from '../../../shared/domain/printer/print-reason.ts';
import type { PrinterProfile } from './encoder-port.ts';

export type { PrinterTarget, Reason, TransportKind };

/** The port between the print queue and the ways to a printer. A transport carries bytes and does not know what they print. */

/** The status that a printer reports. For a printer that does not answer, every part is `unknown`. */
export interface PrinterStatus {
  readonly online: 'yes' | 'no' | 'unknown';
  readonly paper: 'ok' | 'near-end' | 'out' | 'unknown';
  readonly cover: 'closed' | 'open' | 'unknown';
  readonly error: 'none' | 'cutter' | 'recoverable' | 'unrecoverable' | 'unknown';
}

/** The language of the status questions. `none`: the printer answers nothing. */
export type StatusDialect = PrinterProfile['status'];

/** The outcome of a job. Only a job that was `not_started` may be repeated without asking a person. */
export type SendOutcome =
  /** All bytes were taken. `confirmed`: after the last byte the printer answered that it can print. */
  | { readonly kind: 'delivered'; readonly confirmed: boolean; readonly status: PrinterStatus }
  /** No byte was sent. */
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
  /** The wait for an answer, ms. 600 by default. */
  readonly answerMs?: number;
}

export interface SendOptions extends StatusOptions {
  /** A chunk without progress for this long ends the job, ms. 4000 by default. */
  readonly idleMs?: number;
  /** The time to reach the printer, ms. 2000 by default. */
  readonly connectMs?: number;
  /** The time of the whole job, ms. 30 000 by default. */
  readonly jobMs?: number;
  /** Ends the job between two chunks. */
  readonly signal?: AbortSignal;
}

/** A status, or why the printer could not be asked. */
export type StatusReply =
  | { readonly kind: 'asked'; readonly status: PrinterStatus }
  | { readonly kind: 'unreachable'; readonly reason: Reason; readonly detail: string };

/** A printer that the search found, usable or not. */
export interface FoundPrinter {
  readonly target: PrinterTarget & { readonly kind: TransportKind };
  /** The name of the device, or its place: `EPSON TM-T20X`, `/dev/ttyACM0`. */
  readonly label: string;
  /** The present place: a device file, a bus and port, an address. It may change when the printer is plugged in again. */
  readonly place: string;
  /** The USB identity in lower-case hex, if known. For the first guess of the profile. */
  readonly usb?: { readonly vendor: string; readonly product: string };
  /** Why it cannot be used now. Absent if no problem is known. */
  readonly problem?: { readonly reason: Reason; readonly detail: string };
}

/** A kind of printers that could not be searched. `detail` is the text of the system, for the log and for support. */
export interface UnsearchedKind {
  readonly kind: TransportKind;
  readonly trouble: SearchTrouble;
  readonly detail: string;
}

export interface Discovery {
  readonly printers: readonly FoundPrinter[];
  readonly unsearched: readonly UnsearchedKind[];
}

/** A way to printers. No method throws for a failure of a printer, a cable or the system. */
export interface PrinterTransport {
  readonly kind: TransportKind;
  /** Returns all present printers of this kind. Rejects only if the kind cannot be searched. */
  list(): Promise<readonly FoundPrinter[]>;
  /** Asks for the status. Prints nothing. */
  status(target: PrinterTarget, options: StatusOptions): Promise<StatusReply>;
  /** Sends one job. Holds the printer for it, and releases it in every case. */
  send(target: PrinterTarget, bytes: Uint8Array, options: SendOptions): Promise<SendOutcome>;
}

/** All ways to printers, for the queue and the settings. */
export interface Printers {
  /** Searches all kinds at the same time. A failing device or kind is part of the result and hides no other. Never rejects. */
  discover(): Promise<Discovery>;
  status(target: PrinterTarget, options: StatusOptions): Promise<StatusReply>;
  send(target: PrinterTarget, bytes: Uint8Array, options: SendOptions): Promise<SendOutcome>;
}
