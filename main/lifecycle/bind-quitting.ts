import type { App, BrowserWindow, PowerMonitor } from 'electron';
import type { Supervisor } from '../supervisor/supervisor.ts';
import type { QuitFlow } from './quit-flow.ts';

/** The signals with which a system ends its programs. */
const ENDING = ['SIGTERM', 'SIGHUP'] as const;

/** The parts of Electron and Node that tell of the end. */
export interface EndSources {
  readonly app: Pick<App, 'on'>;
  readonly cashier: Pick<BrowserWindow, 'on'>;
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  readonly process: Pick<NodeJS.Process, 'on'>;
  readonly supervisor: Pick<Supervisor, 'onStopAsked'>;
}

/**
 * Sends quitting, and closing the cashier's window, through the flow. For a person both are the same. A system that shuts down, and a program of
 * the shop, whose call was answered before, are neither refused nor asked.
 */
export function bindQuitting(sources: EndSources, flow: QuitFlow): void {
  const { app, cashier, powerMonitor, process, supervisor } = sources;
  const ask = (event: { preventDefault(): void }): void => {
    event.preventDefault();
    void flow.request();
  };
  app.on('before-quit', ask);
  cashier.on('close', ask);
  // Without a listener Electron quits when the last window closes. Only the flow may quit.
  app.on('window-all-closed', () => undefined);
  for (const signal of ENDING) process.on(signal, flow.end);
  const shutDown = (event?: { preventDefault(): void }): void => {
    // Electron's types leave the event out. Prevented, the system waits for the end of the app, for its own limit at most.
    event?.preventDefault();
    flow.end();
  };
  powerMonitor.on('shutdown', shutDown);
  supervisor.onStopAsked(flow.end);
  // Windows tells its windows when a person logs out or shuts down.
  cashier.on('session-end', flow.end);
}
