import type { BrowserWindow, Rectangle } from 'electron';
import type { Cancel, Clock } from '../../shared/kernel/time.ts';
import type { Displays } from '../displays/displays.ts';
import { buildWindow } from './build-window.ts';
import type { WindowKit } from './window-kit.ts';

/** The smallest window, in the units of windows: 1920×1080 at 200 %. The pages shrink with it and stay whole (base.css). */
const MINIMUM = { width: 960, height: 540 } as const;

/**
 * Opens the cashier's window on the cashier's monitor: maximized, and never larger than the part without taskbars, or over the
 * whole monitor without a title bar.
 */
export function openCashierWindow(kit: WindowKit, displays: Displays, fillsScreen: boolean): BrowserWindow {
  const area = displays.cashierMonitor()?.workArea ?? { x: 0, y: 0, ...MINIMUM };
  const window = buildWindow(kit, 'cashier', { ...placeIn(area), title: 'Balcão' });
  window.once('ready-to-show', () => {
    if (fillsScreen) window.setFullScreen(true);
    else window.maximize();
    window.show();
    window.focus();
  });
  return window;
}

/** Returns the opening size and the smallest size of the window on a monitor. */
export function placeIn(
  area: Rectangle,
): Rectangle & { readonly minWidth: number; readonly minHeight: number } {
  return {
    ...area,
    minWidth: Math.min(MINIMUM.width, area.width),
    minHeight: Math.min(MINIMUM.height, area.height),
  };
}

/** The wait after the last move of the window before its place is looked at, ms. A person may be dragging it. */
const MOVED_MS = 300;
/** The most corrections after a change of the monitors, so that two programs do not move a window to and fro for ever. */
const MOST_CORRECTIONS = 10;

/**
 * Keeps the cashier's window off the customer's monitor, where the kiosk would cover it. Looks at each change of the monitors,
 * and after each move of the window: a window manager moves windows some time after the monitors have changed.
 */
export function keepCashierInPlace(window: BrowserWindow, displays: Displays, clock: Clock): void {
  let corrections = 0;
  let cancel: Cancel = () => undefined;
  const look = (): void => {
    const place = displays.cashierMonitor();
    const customer = displays.customerMonitor();
    if (window.isDestroyed() || place === null || customer === null) return;
    if (!isInside(window.getBounds(), customer.bounds) || corrections >= MOST_CORRECTIONS) return;
    corrections++;
    // A window over the whole monitor takes no bounds.
    const fills = window.isFullScreen();
    if (fills) window.setFullScreen(false);
    else window.unmaximize();
    window.setBounds(place.workArea);
    if (fills) window.setFullScreen(true);
    else window.maximize();
  };
  displays.onChange(() => {
    corrections = 0;
    look();
  });
  window.on('move', () => {
    cancel();
    cancel = clock.after(MOVED_MS, look);
  });
}

function isInside(window: Rectangle, monitor: Rectangle): boolean {
  const x = window.x + window.width / 2;
  const y = window.y + window.height / 2;
  return x >= monitor.x && x < monitor.x + monitor.width && y >= monitor.y && y < monitor.y + monitor.height;
}
