import type { WebPreferences } from 'electron';

/** The preferences of every window. Defaults of Electron are written down too, so that a new default changes nothing. */
export function webPreferences(preload: string | null, isPackaged: boolean): WebPreferences {
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
    // The dictionaries are downloaded, and prices are not prose.
    spellcheck: false,
    // A countdown must not slow down because another window covers this one.
    backgroundThrottling: false,
    devTools: !isPackaged,
    ...(preload === null ? {} : { preload }),
  };
}
