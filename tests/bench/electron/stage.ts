import { join } from 'node:path';
import { desktopPackages, electronPackages } from '../../../build/run/debian-packages.ts';
import { resolveElectron, type ElectronRuntime } from '../../../build/electron/resolve-electron.ts';
import { buildIfChanged } from '../../../build/run/build-if-changed.ts';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { runCommand } from '../../../build/run/run-command.ts';
import { installCommand, missingPackages } from '../../../build/run/system-packages.ts';
import { startDisplays, type Displays } from '../../support/displays/start-displays.ts';
import { inWorkFolder } from '../work-folder.ts';

export const OUR_APP = repoRoot;
export const EMPTY_APP = join(import.meta.dirname, 'empty-app');

/** A real desktop of two monitors, a real Electron, the built app, and a folder to work in. */
export interface Stage {
  readonly electron: ElectronRuntime;
  readonly displays: Displays;
  readonly folder: string;
}

/** Throws an error that names what is missing where there can be no desktop. */
export async function onStage<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
  await checkPackages();
  const electron = await resolveElectron();
  await buildIfChanged();
  const displays = await startDisplays();
  try {
    return await inWorkFolder((folder) => work({ electron, displays, folder }));
  } finally {
    await displays.stop();
  }
}

async function checkPackages(): Promise<void> {
  if (process.platform !== 'linux') throw new Error('two monitors without hardware need Linux with Xorg');
  if ((await runCommand('dpkg-query', ['--version'])).code !== 0) return;
  const missing = await missingPackages([...electronPackages, ...Object.keys(desktopPackages)]);
  if (missing.length > 0) throw new Error(`missing packages. Run: ${installCommand(missing)}`);
}
