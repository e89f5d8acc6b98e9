import type { MessagePortMain } from 'electron';
import type { PortRole } from '../../shared/contract/define.ts';
import type { ToCore } from '../../shared/rpc/core-process.ts';

/** How a process ended, as its way of starting it tells. */
export interface ProcessEnd {
  readonly code: number | null;
  /** `killed`, `oom`, `crashed`… or the signal's name; null when nothing more is known. */
  readonly reason: string | null;
}

export interface ProcessEvents {
  message(raw: unknown): void;
  ended(end: ProcessEnd): void;
  /** What the process wrote to stdout or stderr outside the log: usually the last words of a crash. */
  wrote(text: string): void;
}

/** A running core, whichever way it was started. */
export interface CoreProcess {
  readonly pid: number | undefined;
  send(message: ToCore): void;
  /** Hands the core the other end of a new port; `end` is main's to give away. */
  openPort(portId: number, role: PortRole, end: MessagePortMain): void;
  closePort(portId: number): void;
  kill(): void;
}

/** Starts the program of the core. */
export type StartProcess = (events: ProcessEvents) => CoreProcess;
