import { ipcMain } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { Supervisor } from '../supervisor/supervisor.ts';
import type { TrustedPages } from '../windows/trusted-pages.ts';
import { openGate, type ControlHandlers } from './gate.ts';
import { createPagePorts, type PagePorts } from './page-ports.ts';

/** The only module that uses `ipcMain`. */
export interface Ipc {
  readonly ports: PagePorts;
  serve(handlers: ControlHandlers): void;
}

/** Creates the gate and the ports of the pages over `ipcMain`. */
export function openIpc(pages: TrustedPages, supervisor: Supervisor, logger: Logger): Ipc {
  return {
    ports: createPagePorts(ipcMain, pages, supervisor, logger),
    serve: (handlers) => openGate(ipcMain, pages, handlers, logger),
  };
}
