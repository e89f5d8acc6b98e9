import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeOnWindows } from '../../../../main/core/ledger/rights/close-on-windows.ts';
import { systemRights, type WindowsRights } from '../../../../main/core/ledger/rights/icacls.ts';
import { temporaryFolder } from '../setup-ledger.ts';

const FOLDERS = ['.', 'production'];
const CLOSED = 'D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)';
const OPEN = `${CLOSED}(A;OICIID;0x1200a9;;;BU)`;

/** Lists of rights by path. `obeys`: closing works. */
function rightsOf(lists: Record<string, string>, obeys: boolean) {
  const closed: (readonly string[])[] = [];
  const rights: WindowsRights = {
    read: (pattern) => lists[pattern] ?? null,
    close(_folder, others) {
      closed.push(others);
      if (obeys) for (const path of Object.keys(lists)) lists[path] = CLOSED;
    },
  };
  return { rights, closed };
}

function makeFolder(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'production'));
  return folder;
}

test('a closed folder is left as it is', () => {
  const folder = makeFolder();
  const { rights, closed } = rightsOf({ [folder]: CLOSED }, true);
  expect(closeOnWindows(folder, FOLDERS, rights)).toBe('closed');
  expect(closed).toEqual([]);
});

test.each(['.', 'production'])('rights of others in %s are taken away', (open) => {
  const folder = makeFolder();
  const { rights, closed } = rightsOf({ [folder]: CLOSED, [join(folder, open, '*')]: OPEN }, true);
  expect(closeOnWindows(folder, FOLDERS, rights)).toBe('closed');
  expect(closed).toEqual([['S-1-5-32-545']]);
});

test('a folder that others keep rights in is refused', () => {
  const folder = makeFolder();
  const { rights } = rightsOf({ [folder]: OPEN }, false);
  expect(closeOnWindows(folder, FOLDERS, rights)).toBe('of-others');
});

test('without an answer of the system nothing is changed', () => {
  const { rights, closed } = rightsOf({}, true);
  expect(closeOnWindows(makeFolder(), FOLDERS, rights)).toBe('unknown');
  expect(closed).toEqual([]);
});

test.runIf(process.platform !== 'win32')('a system without these programs does not answer', () => {
  expect(systemRights.read(makeFolder())).toBeNull();
});
