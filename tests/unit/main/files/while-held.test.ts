import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  copyFile,
  openFile,
  readText,
  removeFile,
  removeFileAsync,
  removeIfFree,
  renameFile,
  renameFileAsync,
  renameIfFree,
  writeText,
} from '../../../../main/files/file-operations.ts';
import { isHeld, whileHeld, whileHeldAsync } from '../../../../main/files/while-held.ts';
import { writeAtomically } from '../../../../main/files/write-atomically.ts';
import { notRun } from '../../../support/printer-rigs/why-not.ts';
import { holdFile, SHARES, whyNotHeld } from '../../../support/windows/hold-file.ts';

let folder = '';
let [file, other] = ['', ''];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balcao-held-'));
  [file, other] = [join(folder, 'venda é.txt'), join(folder, 'outra.txt')];
  writeFileSync(file, 'old');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Holds the file until the test ends. */
function hold(path: string, share: number): () => void {
  const release = holdFile(path, share);
  onTestFinished(release);
  return release;
}

function failing(code: string, times: number): { act: () => string; tries: () => number } {
  let tries = 0;
  return {
    tries: () => tries,
    act() {
      tries += 1;
      if (tries <= times) throw Object.assign(new Error(code), { code });
      return 'done';
    },
  };
}

describe('an operation that fails with EBUSY', () => {
  it('is tried again', async () => {
    const [one, two] = [failing('EBUSY', 2), failing('EBUSY', 2)];
    expect(whileHeld([file], one.act)).toBe('done');
    expect(await whileHeldAsync([file], async () => Promise.resolve(two.act()))).toBe('done');
    expect([one.tries(), two.tries()]).toEqual([3, 3]);
  });

  it('is given up after a bound', async () => {
    const [one, two] = [failing('EBUSY', 1000), failing('EBUSY', 1000)];
    expect(() => whileHeld([file], one.act)).toThrow(expect.objectContaining({ code: 'EBUSY' }));
    await expect(whileHeldAsync([file], async () => Promise.resolve(two.act()))).rejects.toMatchObject({
      code: 'EBUSY',
    });
    expect([one.tries(), two.tries()]).toEqual([7, 7]);
  });
});

describe('another error', () => {
  it('is thrown at once and unchanged', () => {
    const { act, tries } = failing('ENOSPC', 1000);
    expect(() => whileHeld([file], act)).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
    expect(tries()).toBe(1);
  });

  it('a missing file is removed already', async () => {
    removeFile(other);
    await removeFileAsync(other);
    expect(removeIfFree(other)).toBe(true);
    expect(() => renameFile(other, file)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});

it('the operations do their work on a free file', async () => {
  copyFile(file, other);
  renameFile(other, file);
  expect(readText(file)).toBe('old');
  writeText(other, 'new');
  await renameFileAsync(other, file);
  expect([readText(file), existsSync(other), isHeld(file)]).toEqual(['new', false, false]);
  expect(renameIfFree(file, other)).toBe(true);
  expect(() => openFile(file, 'r')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  await removeFileAsync(other);
  expect(existsSync(other)).toBe(false);
});

describe.skipIf(whyNotHeld !== undefined)(`a file that another program holds${notRun(whyNotHeld)}`, () => {
  const shares = Object.entries(SHARES);

  it.each(shares)('is not replaced, removed or moved, and is whole: it shares %s', async (_, share) => {
    const release = hold(file, share);
    const held = expect.objectContaining({ code: 'EBUSY' });
    expect(() => writeAtomically(file, 'new')).toThrow(held);
    expect(() => removeFile(file)).toThrow(held);
    expect(() => renameFile(file, other)).toThrow(held);
    await expect(renameFileAsync(file, other)).rejects.toEqual(held);
    await expect(removeFileAsync(file)).rejects.toEqual(held);
    expect([removeIfFree(file), renameIfFree(file, other)]).toEqual([false, false]);
    release();
    expect([readFileSync(file, 'utf8'), existsSync(other)]).toEqual(['old', false]);
    writeAtomically(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it.each(shares)('is replaced if it is let go between two tries: it shares %s', (_, share) => {
    writeFileSync(other, 'new');
    const release = hold(file, share);
    let tries = 0;
    whileHeld([other, file], () => {
      tries += 1;
      if (tries === 3) release();
      expect(renameIfFree(other, file)).toBe(tries === 3);
      if (tries < 3) throw Object.assign(new Error('held'), { code: 'EBUSY' });
    });
    expect([tries, readFileSync(file, 'utf8')]).toEqual([3, 'new']);
  });

  it('is known as held if it cannot be opened for writing', () => {
    const release = hold(file, 1);
    expect(isHeld(file)).toBe(true);
    expect(readText(file)).toBe('old');
    release();
    expect(isHeld(file)).toBe(false);
  });

  it('is not confused with a rename that the system refuses', () => {
    mkdirSync(other);
    expect(() => renameFile(file, other)).toThrow(expect.objectContaining({ code: 'EPERM' }));
    expect(() => renameIfFree(file, other)).toThrow(expect.objectContaining({ code: 'EPERM' }));
  });
});
