import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { removeIfFree, writeText } from '../files/file-operations.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { Machine } from './machine.ts';
import { bringData, type MoveTrouble } from './move/bring-data.ts';
import { oldDataFolders, usualDataFolder } from './usual-folder.ts';

export interface DataFolder {
  /** The folder of the till's data. */
  readonly path: string;
  /** The folder of the logs: the same one, unless it cannot be written. */
  readonly logs: string;
  readonly isWritable: boolean;
  /** The folder of an older version whose data was moved into this one. Null if none was. */
  readonly movedFrom: string | null;
}

/**
 * Sets the data folder before Electron writes its first file, and moves the data of an older version there. If the folder cannot be
 * written, the app must still start and say so: Electron uses a temporary folder, and the core reports the problem. Fails if the data
 * of an older version stays where it is: a till in the new folder would begin a second ledger.
 *
 * @param chosen the folder that a developer or an administrator names. Null: the usual one.
 */
export function settleDataFolder(
  app: Pick<App, 'setPath'>,
  machine: Machine,
  chosen: string | null,
): Result<DataFolder, MoveTrouble> {
  const path = chosen ?? usualDataFolder(machine);
  const moved = chosen === null ? bringData(path, oldDataFolders(machine), machine) : ok(null);
  if (!moved.ok) return moved;
  const isWritable = canWrite(path);
  const own = isWritable ? path : mkdtempSync(join(tmpdir(), 'balcao-'));
  app.setPath('userData', own);
  // Keeps Chromium's caches and cookies apart from the shop's data.
  app.setPath('sessionData', join(own, 'chromium'));
  return ok({ path, logs: join(own, 'logs'), isWritable, movedFrom: moved.value });
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
