import type { WebPreferences } from 'electron';
import { FILE_PICKERS } from './system-dialogs.ts';

/**
 * Returns the preferences of every window. Defaults of Electron are written here too, so that a new default changes nothing.
 */
export function webPreferences(preload: string | null, isInstalled: boolean): WebPreferences {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    disableBlinkFeatures: FILE_PICKERS,
    // No field needs it.
    spellcheck: false,
    // A countdown must not slow down while another window covers this one.
    backgroundThrottling: false,
    devTools: !isInstalled,
    ...(preload === null ? {} : { preload }),
  };
}
