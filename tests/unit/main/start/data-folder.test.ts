import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { settleDataFolder } from '../../../../main/start/data-folder.ts';
import type { Machine } from '../../../../main/start/machine.ts';
import { oldDataFolders, usualDataFolder } from '../../../../main/start/usual-folder.ts';
import { temporaryFolder } from '../../ledger/setup-ledger.ts';
import { chargesIn, CHARGES, oldTill } from './move/old-till.ts';
import { expectMode } from '../../../support/windows/not-on-windows.ts';

let folder = '';
beforeEach(() => (folder = temporaryFolder()));

const machine = (): Machine => ({ platform: 'linux', home: folder, env: {} });

function settle(chosen: string | null) {
  const paths: Record<string, string> = {};
  const app = { setPath: (name: string, path: string) => void (paths[name] = path) };
  const settled = settleDataFolder(app, machine(), chosen);
  if (!settled.ok) throw new Error(settled.error.code);
  return { settled: settled.value, paths };
}

test('the chosen folder is made, for its owner alone, and Chromium keeps to a corner of it', () => {
  const path = join(folder, 'a', 'till');
  const { settled, paths } = settle(path);
  expect(settled).toEqual({ path, logs: join(path, 'logs'), isWritable: true, movedFrom: null });
  expect(paths).toEqual({ userData: path, sessionData: join(path, 'chromium') });
  // On Windows a mode means nothing.
  expectMode(path, 0o700);
  expect(readdirSync(path)).toEqual([]);
});

test('without a choice it is the usual one, with the data of an older version', () => {
  const [movedFrom = ''] = oldDataFolders(machine());
  const path = usualDataFolder(machine());
  oldTill(movedFrom);
  expect(settle(null).settled).toMatchObject({ path, movedFrom });
  expect(chargesIn(join(path, 'production'))).toBe(CHARGES);
});

test('a folder that cannot be written to stays the till’s, and Electron works beside it', () => {
  writeFileSync(join(folder, 'file'), '');
  const path = join(folder, 'file', 'till');
  const { settled, paths } = settle(path);
  expect(settled).toMatchObject({ path, isWritable: false });
  expect(paths['userData']).not.toContain(folder);
  expect(settled.logs).toBe(join(paths['userData'] ?? '', 'logs'));
  rmSync(paths['userData'] ?? '', { recursive: true });
});
