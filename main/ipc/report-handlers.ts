import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow, Dialog, SaveDialogOptions } from 'electron';
import type { ReportFormat } from '../../shared/contract/exports.ts';
import type { CoreClient } from '../../shared/rpc/client.ts';
import type { ControlReply } from '../../shared/rpc/bridge.ts';
import type { ControlHandlers } from './gate.ts';

/** The system's own dialogs, and where they begin. */
export interface ReportDialogs {
  /** Asks for a file; null when the person thought better of it. */
  ask(options: SaveDialogOptions): Promise<string | null>;
  /** The folder that is suggested. */
  folder(): string;
}

/** Electron's save dialog over the cashier's window. */
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

const KINDS: Readonly<Record<ReportFormat, string>> = {
  xlsx: 'Excel, LibreOffice (.xlsx)',
  csv: 'CSV (.csv)',
};

/** A person chooses a file in main's dialog; the core alone is told its path, and the page gets a token for it. */
export function reportHandlers(
  dialogs: ReportDialogs,
  core: () => CoreClient | null,
): Pick<ControlHandlers, 'report/choose-file'> {
  let asking = false;
  const choose = async (format: ReportFormat, name: string): Promise<ControlReply<'report/choose-file'>> => {
    const chosen = await dialogs.ask({
      defaultPath: join(dialogs.folder(), `${name}.${format}`),
      filters: [{ name: KINDS[format], extensions: [format] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    if (chosen === null) return { ok: true, value: null };
    // The dialog asked about what stood there under just this name; an ending that is added makes it another file.
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

/** Some desktops' dialogs leave the ending off. */
function withEnding(path: string, format: ReportFormat): string {
  return path.toLowerCase().endsWith(`.${format}`) ? path : `${path}.${format}`;
}
