import type { PrinterTarget, Reason } from '../transport-port.ts';
import type { Result } from '../../../../shared/kernel/result.ts';

/** Why a way to a printer ended, and the system's words for it. */
export interface Fault {
  readonly reason: Reason;
  readonly detail: string;
}

/** A printer that is held for one job: bytes go in, answers may come back. Nothing here throws or rejects. */
export interface ByteLink {
  /** Bytes that are written at once, at most. */
  readonly chunkBytes: number;
  /** Whether a chunk that was written has left this machine; without it only an answer of the printer tells so. */
  readonly countsArrivals: boolean;
  /** Writes all of `chunk`; a fault if it makes no progress for `idleMs`, and then any part of it may have gone. */
  write(chunk: Uint8Array, idleMs: number): Promise<Fault | null>;
  /** What came in since the last call, waiting for the first byte `waitMs` at most; a silent printer gives no byte. */
  read(waitMs: number): Promise<Uint8Array>;
  /** Gives the printer back after the last byte; a fault if the way broke before all was through. */
  close(): Promise<Fault | null>;
  /** Gives the printer back at once, and what has not left yet is dropped. */
  abort(): Promise<void>;
}

/** Takes a printer for one job, within `connectMs`. */
export type OpenLink = (target: PrinterTarget, connectMs: number) => Promise<Result<ByteLink, Fault>>;
