import { posix, win32 } from 'node:path';
import { pathIn, type Machine } from './machine.ts';

/** ASCII alone: in a locale without UTF-8, Electron drops every other letter of a path. */
const NAME = 'Balcao';
/** The name that versions up to 0.1.0 let Electron take from the name of the product. */
const OLD_NAME = 'Balcão';

/**
 * Returns the data folder of a till unless an administrator names another one. It does not depend on the locale. On Windows all accounts of
 * the machine share it, so that a second account does not begin a second ledger.
 */
export function usualDataFolder(machine: Machine): string {
  if (machine.platform !== 'win32') return posix.join(programData(machine), NAME);
  return win32.join(pathIn(machine, 'ProgramData') ?? 'C:\\ProgramData', NAME);
}

/**
 * Returns the data folders of versions up to 0.1.0, which followed the locale: the one with the accent, and on Linux in a locale
 * without UTF-8 the folder of all programs itself.
 */
export function oldDataFolders(machine: Machine): readonly string[] {
  const all = programData(machine);
  const join = machine.platform === 'win32' ? win32.join : posix.join;
  const withAccent = join(all, OLD_NAME);
  return machine.platform === 'linux' ? [withAccent, all] : [withAccent];
}

/** Returns the file that starts the app when this account signs in (Desktop Application Autostart Specification, Linux). */
export function autostartFile(machine: Machine): string {
  return posix.join(programData(machine), 'autostart', 'balcao.desktop');
}

/** The folder in which the programs of this account keep their data. */
function programData(machine: Machine): string {
  const { platform, home } = machine;
  if (platform === 'win32') return pathIn(machine, 'APPDATA') ?? win32.join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support');
  return pathIn(machine, 'XDG_CONFIG_HOME') ?? posix.join(home, '.config');
}
