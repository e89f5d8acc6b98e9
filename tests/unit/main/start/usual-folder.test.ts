import { expect, test } from 'vitest';
import { oldDataFolders, usualDataFolder } from '../../../../main/start/usual-folder.ts';
import type { Machine } from '../../../../main/start/machine.ts';

const linux: Machine = { platform: 'linux', home: '/home/joão', env: {} };
const mac: Machine = { platform: 'darwin', home: '/Users/ana', env: {} };
const windows: Machine = { platform: 'win32', home: 'C:\\Users\\Ana', env: {} };

test.each([
  [linux, '/home/joão/.config/Balcao'],
  [{ ...linux, env: { XDG_CONFIG_HOME: '/etc/x' } }, '/etc/x/Balcao'],
  [{ ...linux, env: { XDG_CONFIG_HOME: 'not/absolute' } }, '/home/joão/.config/Balcao'],
  [mac, '/Users/ana/Library/Application Support/Balcao'],
  [windows, 'C:\\ProgramData\\Balcao'],
  [{ ...windows, env: { ProgramData: 'D:\\Data' } }, 'D:\\Data\\Balcao'],
])('has one name on every system, in every locale', (machine, folder) => {
  for (const LC_ALL of ['C', 'pt_BR.UTF-8'])
    expect(usualDataFolder({ ...machine, env: { ...machine.env, LC_ALL } })).toBe(folder);
});

test('knows where older versions kept their data', () => {
  expect(oldDataFolders(linux)).toEqual(['/home/joão/.config/Balcão', '/home/joão/.config']);
  expect(oldDataFolders(mac)).toEqual(['/Users/ana/Library/Application Support/Balcão']);
  expect(oldDataFolders(windows)).toEqual(['C:\\Users\\Ana\\AppData\\Roaming\\Balcão']);
});
