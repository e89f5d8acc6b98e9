import type { App, BrowserWindow } from 'electron';

/** One app per data folder. False when another has it: that one comes to the front, and this one ends. */
export function isOnlyInstance(app: Pick<App, 'requestSingleInstanceLock'>): boolean {
  return app.requestSingleInstanceLock();
}

/** Brings the window to the front when somebody starts the app a second time. */
export function focusOnSecondStart(app: Pick<App, 'on'>, window: BrowserWindow): void {
  app.on('second-instance', () => focus(window));
}

export function focus(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
