import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Clock } from '../../shared/kernel/time.ts';
import { webPreferences } from '../security/web-preferences.ts';
import { identifyUrl } from './identify-page.ts';
import type { Monitor } from './monitor.ts';

const SHOWN_MS = 4_000;
const SIZE = 280;

export interface IdentifyOptions {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly monitors: () => readonly Monitor[];
  readonly isInstalled: boolean;
  readonly clock: Clock;
}

/** Creates the function that shows its number on each monitor for a few seconds. It returns the number of monitors. */
export function createIdentify(options: IdentifyOptions): () => number {
  const { monitors, isInstalled, clock } = options;
  let shown: BrowserWindow[] = [];
  const clear = (): void => {
    for (const window of shown.splice(0)) if (!window.isDestroyed()) window.destroy();
  };
  return () => {
    // If the numbers are already shown, their four seconds begin again.
    clear();
    const own = monitors().map((monitor, index) => {
      const window = new options.BrowserWindow({
        ...middle(monitor),
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
      });
      window.loadURL(identifyUrl(index + 1)).catch(() => undefined);
      return window;
    });
    shown = own;
    clock.after(SHOWN_MS, () => {
      if (shown === own) clear();
    });
    return own.length;
  };
}

function middle({ bounds }: Monitor): { x: number; y: number; width: number; height: number } {
  return {
    x: Math.round(bounds.x + (bounds.width - SIZE) / 2),
    y: Math.round(bounds.y + (bounds.height - SIZE) / 2),
    width: SIZE,
    height: SIZE,
  };
}
