import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** What the place of a head depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** The home folder of the account. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Returns the file that keeps the newest head of the ledger of this data folder. It is in the system's folder for the state of
 * programs, outside the data folder, so that an older copy of the data folder does not bring its own head.
 */
export function headFileOf(dataDir: string, machine: Machine): string {
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16);
  return join(stateFolder(machine), 'balcao-heads', `${name}.json`);
}

function stateFolder({ platform, home, env }: Machine): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  const state = env['XDG_STATE_HOME'];
  return state !== undefined && state.startsWith('/') ? state : join(home, '.local', 'state');
}
