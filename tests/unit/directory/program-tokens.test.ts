import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemRandom } from '../../../main/core/boot/system-ports.ts';
import {
  openProgramTokens,
  type ProgramTokens,
} from '../../../main/core/directory/programs/program-tokens.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { createVirtualClock, NOON_UTC } from '../../support/time/virtual-clock.ts';

function dataFolder(): { path: string; open(): ProgramTokens } {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  return {
    path: folder.path,
    open: () => openProgramTokens(folder.path, systemRandom, createVirtualClock()),
  };
}

function made(tokens: ProgramTokens, name: string): { id: string | null; bearer: string } {
  const created = tokens.create(name);
  if (!created.ok) throw new Error(created.error);
  return { id: created.value.id, bearer: `Bearer ${created.value.token}` };
}

describe('the first token', () => {
  it('is made once, for its owner alone', () => {
    const folder = dataFolder();
    const { firstFile } = folder.open();
    const token = readFileSync(firstFile, 'utf8').trim();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(statSync(firstFile).mode & 0o777).toBe(0o600);
    expect(folder.open().opens(`Bearer ${token}`)).toMatchObject({ id: null, name: null });
  });

  it('is kept with mended rights, and replaced if it is damaged', () => {
    const folder = dataFolder();
    const { firstFile } = folder.open();
    const token = readFileSync(firstFile, 'utf8').trim();
    chmodSync(firstFile, 0o644);
    expect(folder.open().opens(`Bearer ${token}`)).not.toBeNull();
    expect(statSync(firstFile).mode & 0o777).toBe(0o600);
    writeFileSync(firstFile, token.slice(0, 20));
    expect(folder.open().opens(`Bearer ${token.slice(0, 20)}`)).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('is not read through a symbolic link', () => {
    const folder = dataFolder();
    const planted = join(folder.path, 'planted');
    writeFileSync(planted, 'p'.repeat(43), { mode: 0o644 });
    symlinkSync(planted, join(folder.path, 'api-token'));
    expect(folder.open().opens(`Bearer ${'p'.repeat(43)}`)).toBeNull();
    expect(readFileSync(planted, 'utf8')).toBe('p'.repeat(43));
    expect(statSync(planted).mode & 0o777).toBe(0o644);
  });
});

describe('tokens of programs', () => {
  it('open the API under their name, across starts, and are stored as digests', () => {
    const folder = dataFolder();
    const { id, bearer } = made(folder.open(), 'ERP-X');
    const again = folder.open();
    expect(again.opens(bearer)).toMatchObject({ id, name: 'ERP-X', createdAt: NOON_UTC });
    const file = join(folder.path, 'api-programs.json');
    expect(readFileSync(file, 'utf8')).not.toContain(bearer.split('.')[1]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('end when they are revoked, and the others stay', () => {
    const folder = dataFolder();
    const tokens = folder.open();
    const [erp, shop] = [made(tokens, 'ERP-X'), made(tokens, 'Loja virtual')];
    let told = 0;
    tokens.onRevoked(() => (told += 1));
    expect(tokens.revoke(erp.id)).toBe(true);
    expect(tokens.revoke(erp.id)).toBe(false);
    expect(told).toBe(1);
    for (const each of [tokens, folder.open()]) {
      expect(each.opens(erp.bearer)).toBeNull();
      expect(each.opens(shop.bearer)).toMatchObject({ name: 'Loja virtual' });
      expect(each.all()).toHaveLength(2);
    }
  });

  it('have names of their own, and at most 32 places', () => {
    const tokens = dataFolder().open();
    made(tokens, 'ERP-X');
    expect(tokens.create('erp-x')).toEqual({ ok: false, error: 'program-name-taken' });
    for (let count = 1; count < 32; count += 1) made(tokens, `programa ${count}`);
    expect(tokens.create('um a mais')).toEqual({ ok: false, error: 'too-many-programs' });
  });

  it.each(['no json', '{"programs":[{"id":"x"}]}', '[]'])('are none in a damaged file: %s', (content) => {
    const folder = dataFolder();
    writeFileSync(join(folder.path, 'api-programs.json'), content, { mode: 0o600 });
    expect(folder.open().all()).toHaveLength(1);
  });
});
