import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText, removeTree } from '../../../files/file-operations.ts';
import { ADMINISTRATORS, OWNER_RIGHTS, SYSTEM } from './trustees.ts';

/** The lists of rights of Windows. */
export interface WindowsRights {
  /** Returns the lists of the files that a pattern names, in SDDL, which no language changes. Null if Windows does not say. */
  read(pattern: string): string | null;
  /** Gives a folder and all in it to the system, the administrators and this account, and takes the rights of `others` away. */
  close(folder: string, others: readonly string[]): void;
}

/** More than a slow disk needs, ms. */
const LIMIT = 20_000;

/** Reads and sets rights with the system's own programs (icacls, whoami). Accounts are named by SID: names are translated. */
export const systemRights: WindowsRights = {
  read(pattern) {
    const folder = mkdtempSync(join(tmpdir(), 'balcao-rights-'));
    try {
      const file = join(folder, 'rights');
      run('icacls.exe', [pattern, '/save', file, '/c', '/q']);
      const text = readText(file, 'utf16le');
      return text.includes('D:') ? text : null;
    } catch {
      return null;
    } finally {
      removeTree(folder);
    }
  },
  close(folder, others) {
    const self = ownSid();
    if (self === null) return;
    const all = [SYSTEM, ADMINISTRATORS, self].map((sid) => `*${sid}:(OI)(CI)F`);
    // Without this entry, who made the folder could give itself every right again.
    const owner = `*${OWNER_RIGHTS}:(OI)(CI)RC`;
    run('icacls.exe', [folder, '/inheritance:r', '/grant:r', ...all, owner, '/q']);
    if (others.length > 0) run('icacls.exe', [folder, '/remove:g', ...others.map((sid) => `*${sid}`), '/q']);
    run('icacls.exe', [join(folder, '*'), '/reset', '/t', '/c', '/q']);
  },
};

/** Returns the SID of this account. */
function ownSid(): string | null {
  return /\bS-1-[\d-]+\b/.exec(run('whoami.exe', ['/user', '/fo', 'csv', '/nh']))?.[0] ?? null;
}

function run(program: string, args: readonly string[]): string {
  // By its path: a program of the same name in the working folder would be found first.
  const path = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', program);
  return spawnSync(path, args, { encoding: 'utf8', windowsHide: true, timeout: LIMIT }).stdout ?? '';
}
