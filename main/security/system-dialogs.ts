import type { Session, WebContents } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';

/**
 * The features of Chromium that open a file dialog from a script, for `disableBlinkFeatures`: `showOpenFilePicker`,
 * `showSaveFilePicker` and `showDirectoryPicker`.
 */
export const FILE_PICKERS = 'FileSystemAccess,FileSystemAccessLocal';

/** Why the protocol's client of a page that closes is detached. */
const PAGE_ENDS = 'target closed';

/** Refuses every download. It would open a save dialog, and files are written by the core only. */
export function refuseDownloads(session: Pick<Session, 'on'>, logger: Logger): void {
  session.on('will-download', (event) => {
    event.preventDefault();
    logger.warn('download-refused');
  });
}

/**
 * Refuses every file dialog of an `<input type="file">`. Electron has neither an event nor a preference for it. Chromium's own
 * protocol has one: while this client of a page intercepts file dialogs, Chromium opens none and reports it. Tests are other
 * clients of the same page; for them a call is broken off when the page makes a frame, which no page of ours does.
 */
export function refuseFileInputs(
  contents: Pick<WebContents, 'debugger' | 'isDestroyed'>,
  logger: Logger,
): void {
  const protocol = contents.debugger;
  const intercept = async (): Promise<void> => {
    if (!protocol.isAttached()) protocol.attach();
    await protocol.sendCommand('Page.enable');
    await protocol.sendCommand('Page.setInterceptFileChooserDialog', { enabled: true });
  };
  const begin = (): void => {
    intercept().catch((error: unknown) => {
      // A page that closes while it is prepared opens no dialog.
      if (contents.isDestroyed()) return;
      logger.error('file-inputs-open', { detail: error instanceof Error ? error.message : String(error) });
    });
  };
  protocol.on('message', (_, method) => {
    if (method === 'Page.fileChooserOpened') logger.warn('file-input-refused');
  });
  // Another client took the page, as developer tools do. The end of a page is the end of this too; to attach then would be
  // answered by the same event without end.
  protocol.on('detach', (_, reason) => {
    if (reason !== PAGE_ENDS) begin();
  });
  begin();
}
