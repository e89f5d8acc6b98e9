import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { removeIfFree, writeText } from '../files/file-operations.ts';

export interface DataFolder {
  /** The folder of the till's data. */
  readonly path: string;
  /** The folder of the logs: the same one, unless it cannot be written. */
  readonly logs: string;
  readonly isWritable: boolean;
}

/**
 * Sets the data folder before Electron writes its first file. If the folder cannot be written, the app must still start and say
 * so: Electron uses a temporary folder, and the core reports the problem.
 */
export function settleDataFolder(app: Pick<App, 'setPath' | 'getPath'>, chosen: string | null): DataFolder {
  const path = chosen ?? app.getPath('userData');
  const isWritable = canWrite(path);
  const own = isWritable ? path : mkdtempSync(join(tmpdir(), 'balcao-'));
  app.setPath('userData', own);
  // Keeps Chromium's caches and cookies apart from the shop's data.
  app.setPath('sessionData', join(own, 'chromium'));
  return { path, logs: join(own, 'logs'), isWritable };
}

function canWrite(folder: string): boolean {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    writeText(probe, '');
    removeIfFree(probe);
    return true;
  } catch {
    return false;
  }
}
