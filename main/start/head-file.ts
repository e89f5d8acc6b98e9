import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { pathIn, type Machine } from './machine.ts';

/**
 * Returns the file that keeps the newest head of the ledger of this data folder. It is in the system's folder for the state of
 * programs, outside the data folder, so that an older copy of the data folder does not bring its own head.
 */
export function headFileOf(dataDir: string, machine: Machine): string {
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16);
  return join(stateFolder(machine), 'balcao-heads', `${name}.json`);
}

function stateFolder(machine: Machine): string {
  const { platform, home } = machine;
  if (platform === 'win32') return pathIn(machine, 'LOCALAPPDATA') ?? join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  return pathIn(machine, 'XDG_STATE_HOME') ?? join(home, '.local', 'state');
}
