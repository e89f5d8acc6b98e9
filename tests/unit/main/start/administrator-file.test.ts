import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { administratorFile, readAdministratorFile } from '../../../../main/start/administrator-file.ts';
import { isWindows, notOnWindows } from '../../../support/windows/not-on-windows.ts';

describe('the data folder of an installed till', () => {
  let folder: string;
  let file: string;
  const mine = process.getuid?.() ?? 0;
  const read = () => readAdministratorFile(file, mine);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'balcao-admin-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    file = join(folder, 'till.json');
  });

  it('is the one that the administrator’s file names', () => {
    writeFileSync(file, '{"dataDir":"/var/lib/balcao"}', { mode: 0o644 });
    expect(read()).toEqual({ ok: true, value: '/var/lib/balcao' });
  });

  it('is the account’s own without the file, or without its folder', () => {
    expect(read()).toEqual({ ok: true, value: null });
    expect(readAdministratorFile(join(folder, 'no', 'till.json'), mine)).toEqual({ ok: true, value: null });
    writeFileSync(join(folder, 'flat'), '');
    expect(readAdministratorFile(join(folder, 'flat', 'till.json'), mine)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['not JSON', '{dataDir:/x}'],
    ['a folder that depends on where the till is started', '{"dataDir":"balcao"}'],
    ['a setting that is not known', '{"dataDir":"/x","mode":"training"}'],
    ['no folder', '{}'],
  ])('is not guessed: %s', (_what, text) => {
    writeFileSync(file, text, { mode: 0o600 });
    expect(read()).toEqual({ ok: false, error: 'not-as-expected' });
  });

  it.skipIf(isWindows)(
    `is not taken from a file that another account can write, or of another owner${notOnWindows('modes')}`,
    () => {
      writeFileSync(file, '{"dataDir":"/x"}');
      for (const mode of [0o664, 0o646]) {
        chmodSync(file, mode);
        expect(read(), mode.toString(8)).toEqual({ ok: false, error: 'not-administrators' });
      }
      chmodSync(file, 0o644);
      expect(readAdministratorFile(file, mine + 1)).toEqual({ ok: false, error: 'not-administrators' });
    },
  );

  it.skipIf(isWindows)(`is not taken through a link${notOnWindows('links')}`, () => {
    const other = join(folder, 'other.json');
    writeFileSync(other, '{"dataDir":"/x"}', { mode: 0o644 });
    symlinkSync(other, file);
    expect(read()).toEqual({ ok: false, error: 'not-readable' });
  });

  it('is named in a folder that only administrators write, on each system', () => {
    expect(administratorFile('linux')).toBe('/etc/balcao/till.json');
    expect(administratorFile('darwin')).toMatch(/^\/Library\//);
    expect(win32.dirname(administratorFile('win32'))).toBe('C:\\Program Files\\Balcao');
  });
});
