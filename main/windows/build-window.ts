import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { followPage } from '../logging/page-log.ts';
import { webPreferences } from '../security/web-preferences.ts';
import { keepPageAlive } from './keep-page-alive.ts';
import { preloadPath } from './out-folder.ts';
import { PAGE_URLS } from './page-urls.ts';
import type { PageRole } from './trusted-pages.ts';
import type { WindowKit } from './window-kit.ts';

/** A window of ours, hidden, its page entered among the trusted ones and loading. */
export function buildWindow(
  kit: WindowKit,
  role: PageRole,
  options: BrowserWindowConstructorOptions,
): BrowserWindow {
  const window = new kit.BrowserWindow({
    show: false,
    // The pages' own ground, so that nothing flashes before the first frame.
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    ...options,
    webPreferences: webPreferences(preloadPath(role), kit.isPackaged),
  });
  const { webContents } = window;
  kit.pages.add(webContents, role);
  followPage(webContents, role, kit.logger);
  keepPageAlive(webContents, role, kit.logger, kit.clock);
  // A refused load is in the log already, by did-fail-load.
  window.loadURL(PAGE_URLS[role]).catch(() => undefined);
  return window;
}
