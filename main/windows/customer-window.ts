import type { BrowserWindow } from 'electron';
import type { Monitor } from '../displays/monitor.ts';
import { buildWindow } from './build-window.ts';
import type { WindowKit } from './window-kit.ts';

/**
 * Builds the customer's window: the whole monitor, no frame, no controls. It cannot get the focus, so no key of the cashier
 * goes there. On X11 this also keeps the window manager from moving or covering it.
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
    // Without this, the panels of some desktops cut a window of the monitor's size.
    enableLargerThanScreen: true,
    alwaysOnTop: true,
  });
}

/** Puts the window over its monitor and shows it without the focus. */
export function showOnMonitor(window: BrowserWindow, monitor: Monitor): void {
  window.setBounds(wholeOf(monitor));
  window.showInactive();
  // Some window managers shrink a window while they map it.
  window.setBounds(wholeOf(monitor));
}

/**
 * Returns the bounds of the whole monitor. On X11 Chromium makes a window of exactly the monitor's size one pixel smaller each
 * way (`X11Window::AdjustSizeForDisplay`), and the desktop is visible there. So the window is one row higher.
 */
function wholeOf({ bounds }: Monitor): Monitor['bounds'] {
  return process.platform === 'linux' ? { ...bounds, height: bounds.height + 1 } : bounds;
}
