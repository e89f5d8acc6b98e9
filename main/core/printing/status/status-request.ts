import type { PrinterStatus } from '../transport-port.ts';

/** A message of a printer about its status, and how it is recognized and read. */
export interface StatusMessage {
  /** The length of the message. */
  readonly answerBytes: number;
  /** True if these bytes can be this message. The fixed bits make the difference to noise and to other messages. */
  readonly fits: (answer: Uint8Array) => boolean;
  /** Returns the parts of the status that the message has. */
  readonly read: (answer: Uint8Array) => Partial<PrinterStatus>;
}

/** A question to a printer, and its answer. */
export interface StatusRequest extends StatusMessage {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The question is sent only if this is true for the status until then. */
  readonly isNeeded?: (soFar: PrinterStatus) => boolean;
}

/** True if `mask` has a bit in common with the byte at `index`. */
export function isSet(answer: Uint8Array, index: number, mask: number): boolean {
  return ((answer[index] ?? 0) & mask) !== 0;
}
