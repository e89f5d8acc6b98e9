import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';

export interface DataFolder {
  /** Where the till is kept. */
  readonly path: string;
  /** Where logs go: the same folder, unless nothing can be written there. */
  readonly logs: string;
  readonly isWritable: boolean;
}

/**
 * Settles where everything is kept, before Electron writes its first file there. A folder that cannot be written to
 * must not end the app without a word: Electron then works in a scratch folder, and the core says what is the matter.
 */
export function settleDataFolder(app: Pick<App, 'setPath' | 'getPath'>, chosen: string | null): DataFolder {
  const path = chosen ?? app.getPath('userData');
  const isWritable = canWrite(path);
  const own = isWritable ? path : mkdtempSync(join(tmpdir(), 'balcao-'));
  app.setPath('userData', own);
  // Chromium's caches and cookies stay apart from the shop's data.
  app.setPath('sessionData', join(own, 'chromium'));
  return { path, logs: join(own, 'logs'), isWritable };
}

function canWrite(folder: string): boolean {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    writeFileSync(probe, '');
    rmSync(probe);
    return true;
  } catch {
    return false;
  }
}
