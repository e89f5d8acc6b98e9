import type { App, BrowserWindow, PowerMonitor } from 'electron';
import type { QuitFlow } from './quit-flow.ts';

/** The signals with which a system ends its programs. */
const ENDING = ['SIGTERM', 'SIGHUP'] as const;

/** The parts of Electron and Node that tell of the end. */
export interface EndSources {
  readonly app: Pick<App, 'on'>;
  readonly cashier: Pick<BrowserWindow, 'on'>;
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  readonly process: Pick<NodeJS.Process, 'on'>;
}

/**
 * Sends quitting, and closing the cashier's window, through the flow. For a person both are the same. A system that shuts down is
 * neither refused nor asked.
 */
export function bindQuitting({ app, cashier, powerMonitor, process }: EndSources, flow: QuitFlow): void {
  const ask = (event: { preventDefault(): void }): void => {
    event.preventDefault();
    void flow.request();
  };
  app.on('before-quit', ask);
  cashier.on('close', ask);
  // Without a listener Electron quits when the last window closes. Only the flow may quit.
  app.on('window-all-closed', () => undefined);
  for (const signal of ENDING) process.on(signal, flow.end);
  powerMonitor.on('shutdown', flow.end);
  // Windows tells its windows when a person logs out or shuts down.
  cashier.on('session-end', flow.end);
}
