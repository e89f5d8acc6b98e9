import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCredentialsFile, readPinFile } from '../../../../main/core/boot/headless/secret-file.ts';
import { temporaryFolder } from '../../../support/core/start-test-core.ts';
import { isWindows, notOnWindows } from '../../../support/windows/not-on-windows.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

function secret(content: unknown, mode = 0o600): string {
  const path = join(folder.path, 'secret');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o600 });
  chmodSync(path, mode);
  return path;
}

describe('files of secrets', () => {
  const keys = { baseUrl: 'https://x.example/', accessKey: 'AK-1', secretKey: 'SK-2', clientId: 'CI-3' };

  it('gives the keys and the PIN', () => {
    expect(readCredentialsFile(secret(keys))).toEqual({
      ok: true,
      value: { ...keys, baseUrl: 'https://x.example' },
    });
    expect(readCredentialsFile(secret({ ...keys, baseUrl: 'http://127.0.0.1:99' })).ok).toBe(true);
    expect(readPinFile(secret(' 774411\n'))).toEqual({ ok: true, value: '774411' });
  });

  it.skipIf(isWindows).each([0o644, 0o640, 0o604, 0o400, 0o700, 0o666])(
    `refuses the mode %o${notOnWindows('modes')}`,
    (mode) => {
      for (const read of [readCredentialsFile(secret(keys, mode)), readPinFile(secret('774411', mode))])
        expect(read.ok ? '' : read.error).toContain('deve ser 0600');
    },
  );

  it.each([
    ['{half', 'deve ser um JSON'],
    ['', 'deve ser um JSON'],
    [{ ...keys, clientId: 5 }, 'deve ser um JSON'],
    [{ ...keys, more: 'x' }, 'deve ser um JSON'],
    [{ ...keys, secretKey: '' }, 'deve ser um JSON'],
    [{ ...keys, baseUrl: 'x' }, 'não é um endereço'],
    [{ ...keys, baseUrl: 'http://x.example' }, 'https://'],
    [{ ...keys, baseUrl: 'https://u:p@x.example' }, 'usuário'],
    [{ ...keys, baseUrl: 'https://x.example/?a=1' }, '"?"'],
    ['x'.repeat(20_000), 'grande demais'],
  ])('refuses the credentials %j without repeating them', (content, words) => {
    const read = readCredentialsFile(secret(content));
    expect(read.ok ? '' : read.error).toContain(words);
    expect(JSON.stringify(read)).not.toMatch(/AK-1|SK-2|CI-3/);
  });

  it.each(['', '123', '1234567890123', '12a4', '12 34'])('refuses the PIN %j without repeating it', (pin) => {
    const read = readPinFile(secret(pin));
    expect(read.ok ? '' : read.error).toContain('de 4 a 12 dígitos');
  });

  it('says that a file is not there', () => {
    const read = readPinFile(join(folder.path, 'nowhere'));
    expect(read.ok ? '' : read.error).toContain('ENOENT');
  });
});
