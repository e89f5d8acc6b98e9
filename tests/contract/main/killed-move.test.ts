import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { bringData } from '../../../main/start/move/bring-data.ts';
import { isTillFolder } from '../../../main/start/move/till-files.ts';
import { oldDataFolders, usualDataFolder } from '../../../main/start/usual-folder.ts';
import { chargesIn, CHARGES, oldTill } from '../../unit/main/start/move/old-till.ts';

const SUPPORT = join(import.meta.dirname, '../../support/killed');
/** Another disk than that of temporary files, where the machine has one. */
const OTHER_DISK = '/dev/shm';
const hasOtherDisk = existsSync(OTHER_DISK) && statSync(OTHER_DISK).dev !== statSync(tmpdir()).dev;

function homeOn(disk: string): string {
  const home = mkdtempSync(join(disk, 'balcao-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** Kills the move before its nth call that changes the disk, for each n, and goes on as the next start does. Returns the kills. */
function killAtEachCall(makeFolders: () => { from: string; target: string; home: string }): number {
  for (let call = 0; ; call++) {
    const { from, target, home } = makeFolders();
    oldTill(from);
    const machine = { platform: process.platform, home, env: {} };
    const order = { target, olds: [from], machine };
    const child = spawnSync(
      process.execPath,
      [
        '--import',
        pathToFileURL(join(SUPPORT, 'die-at-call.ts')).href,
        join(SUPPORT, 'bring-data.ts'),
        JSON.stringify(order),
      ],
      { env: { ...process.env, BALCAO_DIE_AT: String(call) } },
    );
    // Windows gives a killed process the code 1. The program itself ends with 0 or 3, and a bug of it says something.
    const isKilled = child.status === null || (child.status === 1 && child.stderr.length === 0);
    if (!isKilled) {
      expect([child.status, child.stderr.toString()]).toEqual([0, '']);
      return call;
    }
    expect(bringData(target, [from], machine)).toMatchObject({ ok: true });
    expect([call, chargesIn(join(target, 'production'))]).toEqual([call, CHARGES]);
    expect(readFileSync(join(target, 'api-token'), 'utf8')).toBe('token of the old till');
    expect(readFileSync(join(target, 'vault.json'), 'utf8')).toBe('keys of the old till');
    expect(isTillFolder(from)).toBe(false);
    expect(bringData(target, [from], machine)).toEqual({ ok: true, value: null });
  }
}

test('a till whose move was killed at any step opens with its ledger', () => {
  const kills = killAtEachCall(() => {
    const home = homeOn(tmpdir());
    const machine = { platform: 'linux', home, env: {} } as const;
    // The folder of all programs, from which a till takes its own files alone.
    return { from: oldDataFolders(machine)[1] ?? '', target: usualDataFolder(machine), home };
  });
  expect(kills).toBeGreaterThan(10);
}, 300_000);

test.skipIf(!hasOtherDisk)(
  'so does one whose new folder is on another disk',
  () => {
    const kills = killAtEachCall(() => ({
      from: join(homeOn(tmpdir()), 'Balcão'),
      target: join(homeOn(OTHER_DISK), 'Balcao'),
      home: homeOn(tmpdir()),
    }));
    expect(kills).toBeGreaterThan(20);
  },
  120_000,
);
