import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closeToOthers } from '../../../main/core/ledger/own-folder.ts';
import { openFolder, sell, ledgerOn, temporaryFolder } from './setup-ledger.ts';
import { isWindows, notOnWindows } from '../../support/windows/not-on-windows.ts';

const modeOf = (...path: string[]): number => statSync(join(...path)).mode & 0o777;

it.skipIf(isWindows)(
  `takes the rights of others from a folder that was there before, its ledgers and their backups${notOnWindows('modes')}`,
  () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'production', 'backups'), { recursive: true });
    mkdirSync(join(folder, 'chromium'));
    const files = [
      'till.lock',
      'production/ledger.db',
      'production/backups/ledger-1.db',
      'chromium/Cookies',
      'api-token',
    ];
    for (const file of files) writeFileSync(join(folder, file), '', { mode: 0o644 });
    for (const each of ['.', 'production', 'production/backups', 'chromium'])
      chmodSync(join(folder, each), 0o755);
    expect(closeToOthers(folder)).toBe('closed');
    expect(['.', 'production', 'production/backups', 'chromium'].map((each) => modeOf(folder, each))).toEqual(
      [0o700, 0o700, 0o700, 0o755],
    );
    // A token that others could read is replaced by the API, and Chromium keeps its own files.
    expect(files.map((file) => modeOf(folder, file))).toEqual([0o600, 0o600, 0o600, 0o644, 0o644]);
  },
);

it.skipIf(isWindows)(
  `leaves a folder that is closed as it is, and one that is not there${notOnWindows('modes')}`,
  () => {
    const folder = temporaryFolder();
    const { db } = openFolder(join(folder, 'production'));
    sell(ledgerOn(db), 1);
    expect(closeToOthers(folder)).toBe('closed');
    expect(modeOf(folder, 'production', 'ledger.db')).toBe(0o600);
    expect(closeToOthers(join(folder, 'nothing'))).toBe('closed');
  },
);
