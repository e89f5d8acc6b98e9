import type { App, BrowserWindow } from 'electron';

/** Returns true if no other app uses the data folder. Otherwise the other app comes to the front and this one ends. */
export function isOnlyInstance(app: Pick<App, 'requestSingleInstanceLock'>): boolean {
  return app.requestSingleInstanceLock();
}

/** Brings the window to the front when the app is started a second time. */
export function focusOnSecondStart(app: Pick<App, 'on'>, window: BrowserWindow): void {
  app.on('second-instance', () => focus(window));
}

/** Brings a window to the front. */
export function focus(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
