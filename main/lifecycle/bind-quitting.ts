import type { App, BrowserWindow } from 'electron';
import type { QuitFlow } from './quit-flow.ts';

/** Sends every way out through the flow: quitting, and closing the cashier's window, which is the same to a person. */
export function bindQuitting(app: Pick<App, 'on'>, cashier: Pick<BrowserWindow, 'on'>, flow: QuitFlow): void {
  const ask = (event: { preventDefault(): void }): void => {
    event.preventDefault();
    void flow.request();
  };
  app.on('before-quit', ask);
  cashier.on('close', ask);
  // Without a listener Electron quits when the last window closes; the way out is the flow's alone.
  app.on('window-all-closed', () => undefined);
}
