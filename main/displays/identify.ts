import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Clock } from '../../shared/kernel/time.ts';
import { webPreferences } from '../security/web-preferences.ts';
import { identifyUrl } from './identify-page.ts';
import type { Monitor } from './monitor.ts';

const SHOWN_MS = 4_000;
const SIZE = 280;
/** The distance of a number from the edges of its monitor. In a corner it does not cover a dialog. */
const MARGIN = 24;
/** The longest wait for windows that never have anything to show, ms. */
const READY_MS = 10_000;

export interface IdentifyOptions {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly monitors: () => readonly Monitor[];
  readonly isInstalled: boolean;
  readonly clock: Clock;
}

/**
 * Creates the function that shows its number on each monitor for a few seconds. They are counted from the moment when all numbers
 * are on the monitors, because a slow computer takes seconds to draw them. It returns the number of monitors.
 */
export function createIdentify(options: IdentifyOptions): () => number {
  const { monitors, isInstalled, clock } = options;
  let shown: BrowserWindow[] = [];
  const clear = (): void => {
    for (const window of shown.splice(0)) if (!window.isDestroyed()) window.destroy();
  };
  return () => {
    // If the numbers are already shown, their four seconds begin again.
    clear();
    let missing = monitors().length;
    const end = (delayMs: number): void => {
      clock.after(delayMs, () => {
        if (shown === own) clear();
      });
    };
    const own: BrowserWindow[] = monitors().map((monitor, index) => {
      const window = new options.BrowserWindow({
        ...corner(monitor),
        show: false,
        frame: false,
        focusable: false,
        resizable: false,
        skipTaskbar: true,
        alwaysOnTop: true,
        backgroundColor: '#101828',
        webPreferences: webPreferences(null, isInstalled),
      });
      window.setIgnoreMouseEvents(true);
      window.once('ready-to-show', () => {
        window.setAlwaysOnTop(true, 'screen-saver');
        window.showInactive();
        missing--;
        if (missing === 0) end(SHOWN_MS);
      });
      window.loadURL(identifyUrl(index + 1)).catch(() => undefined);
      return window;
    });
    shown = own;
    end(READY_MS + SHOWN_MS);
    return own.length;
  };
}

function corner({ workArea }: Monitor): { x: number; y: number; width: number; height: number } {
  return {
    x: workArea.x + workArea.width - SIZE - MARGIN,
    y: workArea.y + MARGIN,
    width: SIZE,
    height: SIZE,
  };
}
