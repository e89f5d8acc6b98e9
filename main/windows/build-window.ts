import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { followPage } from '../logging/page-log.ts';
import { webPreferences } from '../security/web-preferences.ts';
import { keepPageAlive } from './keep-page-alive.ts';
import { preloadPath } from './out-folder.ts';
import { PAGE_URLS } from './page-urls.ts';
import type { PageRole } from './trusted-pages.ts';
import type { WindowKit } from './window-kit.ts';

/** Builds a hidden window, registers its page as trusted, and begins to load it. */
export function buildWindow(
  kit: WindowKit,
  role: PageRole,
  options: BrowserWindowConstructorOptions,
): BrowserWindow {
  const window = new kit.BrowserWindow({
    show: false,
    // The background of the pages, so that no other colour appears before the first frame.
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    ...options,
    webPreferences: webPreferences(preloadPath(role), kit.isInstalled),
  });
  const { webContents } = window;
  kit.pages.add(webContents, role);
  followPage(webContents, role, kit.logger);
  keepPageAlive(webContents, role, kit.logger, kit.clock, () => kit.pageGivenUp(role));
  // did-fail-load has logged a refused load.
  window.loadURL(PAGE_URLS[role]).catch(() => undefined);
  return window;
}
