import type { BrowserWindow } from 'electron';
import type { Monitor } from '../displays/monitor.ts';
import { buildWindow } from './build-window.ts';
import type { WindowKit } from './window-kit.ts';

/**
 * Builds the customer's window: the whole monitor, no frame, nothing to press. It can never have the focus, so no key
 * of the cashier's ever lands there; on X11 that also keeps the window manager from moving or covering it.
 */
export function buildCustomerWindow(kit: WindowKit, monitor: Monitor): BrowserWindow {
  return buildWindow(kit, 'customer', {
    ...wholeOf(monitor),
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
}

/** Lays the window over its monitor and shows it without taking the focus. */
export function showOnMonitor(window: BrowserWindow, monitor: Monitor): void {
  window.setBounds(wholeOf(monitor));
  window.showInactive();
  // Some window managers shrink a window while it is being mapped.
  window.setBounds(wholeOf(monitor));
}

/**
 * The whole monitor. On X11 Chromium makes a window that is exactly as large as its monitor one pixel smaller each
 * way (`X11Window::AdjustSizeForDisplay`), and the desktop shines through; one row more than the monitor has is left alone.
 */
function wholeOf({ bounds }: Monitor): Monitor['bounds'] {
  return process.platform === 'linux' ? { ...bounds, height: bounds.height + 1 } : bounds;
}
