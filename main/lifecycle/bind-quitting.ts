import type { App, BrowserWindow } from 'electron';
import type { QuitFlow } from './quit-flow.ts';

/** Sends quitting, and closing the cashier's window, through the flow. For a person both are the same. */
export function bindQuitting(app: Pick<App, 'on'>, cashier: Pick<BrowserWindow, 'on'>, flow: QuitFlow): void {
  const ask = (event: { preventDefault(): void }): void => {
    event.preventDefault();
    void flow.request();
  };
  app.on('before-quit', ask);
  cashier.on('close', ask);
  // Without a listener Electron quits when the last window closes. Only the flow may quit.
  app.on('window-all-closed', () => undefined);
}
