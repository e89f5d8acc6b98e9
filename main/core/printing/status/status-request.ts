import type { PrinterStatus } from '../transport-port.ts';

/** A question to a printer, and how its answer is known and read. */
export interface StatusRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Asked only if this holds of what is known by then. */
  readonly isNeeded?: (soFar: PrinterStatus) => boolean;
  /** Bytes of an answer. */
  readonly answerBytes: number;
  /** Whether these bytes can be an answer: the fixed bits tell it from noise and from what was sent unasked. */
  readonly fits: (answer: Uint8Array) => boolean;
  /** What the answer says, and nothing where it says nothing. */
  readonly read: (answer: Uint8Array) => Partial<PrinterStatus>;
}

/** Whether `mask` has a bit in common with the byte at `index`. */
export function isSet(answer: Uint8Array, index: number, mask: number): boolean {
  return ((answer[index] ?? 0) & mask) !== 0;
}
