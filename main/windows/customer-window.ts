import type { BrowserWindow } from 'electron';
import type { Monitor } from '../displays/monitor.ts';
import { buildWindow } from './build-window.ts';
import type { WindowKit } from './window-kit.ts';

/**
 * Builds the customer's window: the whole monitor, no frame, nothing to press. It can never have the focus, so no key
 * of the cashier's ever lands there; on X11 that also keeps the window manager from moving or covering it.
 */
export function buildCustomerWindow(kit: WindowKit, monitor: Monitor): BrowserWindow {
  const window = buildWindow(kit, 'customer', {
    ...monitor.bounds,
    title: 'Balcão',
    frame: false,
    focusable: false,
    movable: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    closable: true,
    skipTaskbar: true,
    hasShadow: false,
    // A window as large as the screen is otherwise cut by the panels of some desktops.
    enableLargerThanScreen: true,
    alwaysOnTop: true,
  });
  return window;
}

/** Lays the window over its monitor and shows it without taking the focus. */
export function showOnMonitor(window: BrowserWindow, monitor: Monitor): void {
  window.setBounds(monitor.bounds);
  window.showInactive();
  // Some window managers shrink a window while it is being mapped.
  window.setBounds(monitor.bounds);
}
