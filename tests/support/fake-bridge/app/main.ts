/** A window for the pages without the app behind them: the real scheme, policy and sandbox, and a bridge of fixtures. */
import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';
import { declareAppScheme, serveAppScheme } from '../../../../main/security/app-scheme.ts';
import { webPreferences } from '../../../../main/security/web-preferences.ts';
import { untilAttached } from '../../../../main/test-hooks/until-attached.ts';

declareAppScheme(protocol);

void Promise.all([app.whenReady(), untilAttached(process.argv)]).then(() => {
  serveAppScheme(protocol, process.env['BALCAO_PAGES'] ?? '', () => null);
  const window = new BrowserWindow({
    width: 1024,
    height: 768,
    useContentSize: true,
    frame: false,
    webPreferences: webPreferences(join(import.meta.dirname, 'preload.cjs'), false),
  });
  void window.loadURL('app://balcao/cashier/index.html');
});
