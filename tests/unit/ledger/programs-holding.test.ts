import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { programsHoldingData, readNames } from '../../../main/core/ledger/programs-holding.ts';
import { temporaryFolder } from './setup-ledger.ts';

/** RM_PROCESS_INFO as RestartManager.h declares it. */
function info(pid: number, name: string): Buffer {
  const bytes = Buffer.alloc(668);
  bytes.writeUInt32LE(pid, 0);
  bytes.write(name, 12, 'utf16le');
  return bytes;
}

it('reads each name once, and leaves this process out', () => {
  const infos = Buffer.concat([
    info(7, 'Google Drive'),
    info(8, 'Balcão'),
    info(9, 'Antivírus'),
    info(10, 'Google Drive'),
    info(11, 'not counted'),
  ]);
  expect(readNames(infos, 4, 8)).toEqual(['Google Drive', 'Antivírus']);
});

it('names no program for files that no other program has open', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'ledger.db'), '');
  expect(await programsHoldingData(folder)).toEqual([]);
});
