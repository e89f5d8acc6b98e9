import type { PrinterTarget, Reason } from '../transport-port.ts';
import type { Result } from '../../../../shared/kernel/result.ts';

/** Why a link to a printer ended, with the system's text. */
export interface Fault {
  readonly reason: Reason;
  readonly detail: string;
}

/** A printer that is held for one job. Bytes are written, and answers may come back. No method throws or rejects. */
export interface ByteLink {
  /** The most bytes of one write. */
  readonly chunkBytes: number;
  /** True if a written chunk has left this machine. Otherwise only an answer of the printer proves that. */
  readonly countsArrivals: boolean;
  /** Writes all of `chunk`. Returns a fault if it makes no progress for `idleMs`. Then any part of it may have been sent. */
  write(chunk: Uint8Array, idleMs: number): Promise<Fault | null>;
  /** Returns the bytes since the last call. Waits `waitMs` at most for the first byte. Empty if the printer is silent. */
  read(waitMs: number): Promise<Uint8Array>;
  /** Releases the printer after the last byte. Returns a fault if the link broke before everything was sent. */
  close(): Promise<Fault | null>;
  /** Releases the printer at once and drops what was not sent. */
  abort(): Promise<void>;
}

/** Holds a printer for one job, within `connectMs`. */
export type OpenLink = (target: PrinterTarget, connectMs: number) => Promise<Result<ByteLink, Fault>>;
