import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow, Dialog, SaveDialogOptions } from 'electron';
import type { FileFormat } from '../../shared/contract/exports.ts';
import type { CoreClient } from '../../shared/rpc/client.ts';
import type { ControlReply } from '../../shared/rpc/bridge.ts';
import type { ControlHandlers } from './gate.ts';

/** The save dialogs of the system, and the folder in which they begin. */
export interface ReportDialogs {
  /** Asks for a file. Null if the person cancels. */
  ask(options: SaveDialogOptions): Promise<string | null>;
  /** Returns the suggested folder. */
  folder(): string;
}

/** Creates the save dialogs over the cashier's window. */
export function saveDialogs(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow,
  folder: () => string,
): ReportDialogs {
  return {
    folder,
    async ask(options) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, options);
      return canceled || filePath === '' ? null : filePath;
    },
  };
}

const KINDS: Readonly<Record<FileFormat, string>> = {
  xlsx: 'Excel, LibreOffice (.xlsx)',
  csv: 'CSV (.csv)',
  json: 'JSON (.json)',
};

/**
 * Creates the handlers for report files. A person chooses a file in main's dialog. Only the core gets its path. The page gets a
 * token for it.
 */
export function reportHandlers(
  dialogs: ReportDialogs,
  core: () => CoreClient | null,
): Pick<ControlHandlers, 'report/choose-file'> {
  let asking = false;
  const choose = async (format: FileFormat, name: string): Promise<ControlReply<'report/choose-file'>> => {
    const chosen = await dialogs.ask({
      defaultPath: join(dialogs.folder(), `${name}.${format}`),
      filters: [{ name: KINDS[format], extensions: [format] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    if (chosen === null) return { ok: true, value: null };
    // The dialog asked about the file with the chosen name. With an added ending it is another file.
    const stood = await access(chosen).then(
      () => true,
      () => false,
    );
    const client = core();
    if (client === null) return { ok: false, error: { code: 'core-restarted', message: 'core-restarted' } };
    const path = withEnding(chosen, format);
    const allowed = await client.invoke('report/allow-file', { path, format });
    if (!allowed.ok) return allowed;
    const { exists, ...file } = allowed.value;
    return { ok: true, value: { ...file, mayReplace: exists && path === chosen && stood } };
  };

  return {
    'report/choose-file': async ({ format, name }) => {
      if (asking) return { ok: false, error: { code: 'busy', message: 'a dialog is open' } };
      asking = true;
      try {
        return await choose(format, name);
      } finally {
        asking = false;
      }
    },
  };
}

/** Returns the path with its ending, which the dialogs of some desktops leave out. */
function withEnding(path: string, format: FileFormat): string {
  return path.toLowerCase().endsWith(`.${format}`) ? path : `${path}.${format}`;
}
