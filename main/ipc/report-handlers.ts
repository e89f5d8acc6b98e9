import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow, Dialog, SaveDialogOptions } from 'electron';
import type { FileFormat } from '../../shared/contract/exports.ts';
import type { CoreClient } from '../../shared/rpc/client.ts';
import type { ControlReply } from '../../shared/rpc/bridge.ts';
import type { ControlHandlers } from './gate.ts';

/** The save dialogs of the system, the folder in which they begin, and the file manager. */
export interface ReportDialogs {
  /** Asks for a file. Null if the person cancels. */
  ask(options: SaveDialogOptions): Promise<string | null>;
  /** Returns the suggested folder. */
  folder(): string;
  /** Opens the folder of a file in the file manager, with the file selected. */
  show(path: string): void;
}

/** Creates the save dialogs over the cashier's window. */
export function saveDialogs(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow,
  folder: () => string,
  show: (path: string) => void,
): ReportDialogs {
  return {
    folder,
    show,
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

/** So many chosen files can be shown. */
const MOST_CHOSEN = 8;

/**
 * Creates the handlers for report files. A person chooses a file in main's dialog. Only the core gets its path. The page gets a
 * token for it.
 */
export function reportHandlers(
  dialogs: ReportDialogs,
  core: () => CoreClient | null,
): Pick<ControlHandlers, 'report/choose-file' | 'report/show-file'> {
  let asking = false;
  /** The chosen files by token. A page can have only these shown. */
  const chosenFiles = new Map<string, string>();
  const choose = async (format: FileFormat, name: string): Promise<ControlReply<'report/choose-file'>> => {
    const chosen = await dialogs.ask({
      defaultPath: join(dialogs.folder(), `${name}.${format}`),
      filters: [{ name: KINDS[format], extensions: [format] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    if (chosen === null) return { ok: true, value: null };
    // The dialog asked about the file with the chosen name. With an added ending it is another file.
    const stood = await isThere(chosen);
    const client = core();
    if (client === null) return { ok: false, error: { code: 'core-restarted', message: 'core-restarted' } };
    const path = withEnding(chosen, format);
    const allowed = await client.invoke('report/allow-file', { path, format });
    if (!allowed.ok) return allowed;
    const { exists, ...file } = allowed.value;
    chosenFiles.set(file.file, path);
    for (const old of [...chosenFiles.keys()].slice(0, -MOST_CHOSEN)) chosenFiles.delete(old);
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
    'report/show-file': async ({ file }) => {
      const path = chosenFiles.get(file);
      if (path === undefined || !(await isThere(path)))
        return { ok: false, error: { code: 'not-found', message: 'no such report' } };
      dialogs.show(path);
      return { ok: true, value: {} };
    },
  };
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Returns the path with its ending, which the dialogs of some desktops leave out. */
function withEnding(path: string, format: FileFormat): string {
  return path.toLowerCase().endsWith(`.${format}`) ? path : `${path}.${format}`;
}
