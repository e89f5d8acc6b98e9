import type { BrowserWindow } from 'electron';
import type { DisplaySettings } from '../displays/settings.ts';
import type { ControlHandlers } from './gate.ts';

type Names = 'window/describe' | 'window/fill-screen';

/** Creates the handlers for how the cashier's window is shown. */
export function windowHandlers(
  cashier: Pick<BrowserWindow, 'setFullScreen' | 'maximize'>,
  settings: Pick<DisplaySettings, 'fillsScreen' | 'fillScreen'>,
): Pick<ControlHandlers, Names> {
  return {
    'window/describe': () => ({ ok: true, value: { fullScreen: settings.fillsScreen() } }),
    'window/fill-screen': ({ fullScreen }) => {
      settings.fillScreen(fullScreen);
      cashier.setFullScreen(fullScreen);
      if (!fullScreen) cashier.maximize();
      return { ok: true, value: { fullScreen } };
    },
  };
}
