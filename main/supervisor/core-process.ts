import type { MessagePortMain } from 'electron';
import type { PortRole } from '../../shared/contract/define.ts';
import type { ToCore } from '../../shared/rpc/core-process.ts';

/** The end of a process. */
export interface ProcessEnd {
  readonly code: number | null;
  /** `killed`, `oom`, `crashed`… or the signal's name. Null if it is not known. */
  readonly reason: string | null;
}

export interface ProcessEvents {
  message(raw: unknown): void;
  ended(end: ProcessEnd): void;
  /** Called with text of stdout or stderr outside the log: usually the reason of a crash. */
  wrote(text: string): void;
}

/** A running core. */
export interface CoreProcess {
  readonly pid: number | undefined;
  send(message: ToCore): void;
  /** Gives the core the other end of a new port. The caller gives `end` away. */
  openPort(portId: number, role: PortRole, end: MessagePortMain): void;
  closePort(portId: number): void;
  kill(): void;
}

/** Starts the program of the core. */
export type StartProcess = (events: ProcessEvents) => CoreProcess;
