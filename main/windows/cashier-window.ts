import type { BrowserWindow } from 'electron';
import type { Cancel, Clock } from '../../shared/kernel/time.ts';
import type { Displays } from '../displays/displays.ts';
import { buildWindow } from './build-window.ts';
import type { WindowKit } from './window-kit.ts';

/** The smallest size of the cashier's window. */
const MINIMUM = { width: 1024, height: 768 } as const;

/** Opens the cashier's window on the cashier's monitor, maximized. */
export function openCashierWindow(kit: WindowKit, displays: Displays): BrowserWindow {
  const bounds = displays.cashierMonitor()?.bounds ?? { x: 0, y: 0, ...MINIMUM };
  const window = buildWindow(kit, 'cashier', {
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title: 'Balcão',
  });
  window.once('ready-to-show', () => {
    window.maximize();
    window.show();
    window.focus();
  });
  return window;
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
    window.unmaximize();
    window.setBounds(place.bounds);
    window.maximize();
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

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function isInside(window: Box, monitor: Box): boolean {
  const x = window.x + window.width / 2;
  const y = window.y + window.height / 2;
  return x >= monitor.x && x < monitor.x + monitor.width && y >= monitor.y && y < monitor.y + monitor.height;
}
