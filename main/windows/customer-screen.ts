import type { BrowserWindow } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { Clock } from '../../shared/kernel/time.ts';
import type { Displays } from '../displays/displays.ts';
import type { Monitor } from '../displays/monitor.ts';
import type { PagePorts } from '../ipc/page-ports.ts';

export interface CustomerScreenOptions {
  readonly displays: Pick<Displays, 'customerMonitor' | 'onChange'>;
  readonly ports: Pick<PagePorts, 'pause' | 'resume'>;
  readonly build: (monitor: Monitor) => BrowserWindow;
  readonly show: (window: BrowserWindow, monitor: Monitor) => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface CustomerScreen {
  open(): void;
  /** Stops opening a closed window again. */
  letGo(): void;
}

/** The wait before a closed window opens again, ms. A shorter wait would disturb a system that shuts down. */
const REOPEN_MS = 500;

/**
 * Creates the customer's screen. The window follows its monitor. If the monitor is unplugged, the window is hidden, its port is
 * closed (so the core knows that the customer sees nothing) and its page is loaded again, so that no old QR appears when the
 * monitor is back.
 */
export function createCustomerScreen(options: CustomerScreenOptions): CustomerScreen {
  const { displays, ports, clock, logger } = options;
  let window: BrowserWindow | null = null;
  let isReady = false;
  let isLetGo = false;

  const hide = (shown: BrowserWindow): void => {
    ports.pause('customer');
    if (!shown.isVisible()) return;
    shown.hide();
    shown.webContents.reload();
    logger.info('customer-screen-gone');
  };

  const build = (monitor: Monitor): void => {
    isReady = false;
    const built = options.build(monitor);
    window = built;
    ports.resume('customer');
    built.once('ready-to-show', () => {
      isReady = true;
      place();
    });
    built.once('closed', () => {
      if (window === built) window = null;
      if (!isLetGo) clock.after(REOPEN_MS, place);
    });
  };

  const place = (): void => {
    if (isLetGo) return;
    const monitor = displays.customerMonitor();
    if (monitor === null) {
      if (window !== null) hide(window);
      return;
    }
    if (window === null) {
      build(monitor);
      return;
    }
    ports.resume('customer');
    if (!isReady) return;
    const wasVisible = window.isVisible();
    options.show(window, monitor);
    if (!wasVisible) logger.info('customer-screen-shown', { monitor: monitor.identity });
  };

  displays.onChange(place);
  return {
    open: place,
    letGo: () => {
      isLetGo = true;
    },
  };
}
