import type { PrinterStatus } from '../transport-port.ts';

/** What a printer sends about itself, and how it is known and read. */
export interface StatusMessage {
  /** Its length. */
  readonly answerBytes: number;
  /** Whether these bytes can be it: the fixed bits tell it from noise and from other messages. */
  readonly fits: (answer: Uint8Array) => boolean;
  /** What it says, and nothing where it says nothing. */
  readonly read: (answer: Uint8Array) => Partial<PrinterStatus>;
}

/** A question to a printer, and its answer. */
export interface StatusRequest extends StatusMessage {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Asked only if this holds of what is known by then. */
  readonly isNeeded?: (soFar: PrinterStatus) => boolean;
}

/** Whether `mask` has a bit in common with the byte at `index`. */
export function isSet(answer: Uint8Array, index: number, mask: number): boolean {
  return ((answer[index] ?? 0) & mask) !== 0;
}
