import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { readJson, setAside } from '../../../../main/files/read-json.ts';
import { stageFile, writeAtomically } from '../../../../main/files/write-atomically.ts';
import { expectMode, isWindows, notOnWindows } from '../../../support/windows/not-on-windows.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'balcao-files-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('writes into a folder that is not there yet, readable by its owner alone', () => {
  const path = join(folder, 'settings', 'displays.json');
  writeAtomically(path, '{}');
  expect(readFileSync(path, 'utf8')).toBe('{}');
  expectMode(path, 0o600);
});

test('until it is committed the old file stands, and a discarded draft leaves nothing', () => {
  const path = join(folder, 'file');
  writeAtomically(path, 'old');
  const staged = stageFile(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('old');
  staged.discard();
  expect(readdirSync(folder)).toEqual(['file']);
  stageFile(path, 'new').commit();
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['file']);
});

test.skipIf(isWindows)(
  `a file that somebody opened to others is closed to them again${notOnWindows('modes')}`,
  () => {
    const path = join(folder, 'file');
    writeFileSync(path, 'old');
    chmodSync(path, 0o666);
    writeAtomically(path, 'new');
    expectMode(path, 0o600);
  },
);

const Shape = z.strictObject({ a: z.number() });

test.each([
  ['{"a":1}', { kind: 'found', value: { a: 1 } }],
  ['{"a":"key-1234567"}', { kind: 'unusable', reason: 'not as expected at a' }],
  ['{"a":', { kind: 'unusable', reason: 'not JSON' }],
])('reads %s', (text, outcome) => {
  const path = join(folder, 'file.json');
  writeFileSync(path, text);
  expect(readJson(path, Shape)).toEqual(outcome);
});

test('a missing file and one that cannot be read are two things', () => {
  expect(readJson(join(folder, 'none.json'), Shape)).toEqual({ kind: 'missing' });
  expect(readJson(folder, Shape)).toEqual({ kind: 'unusable', reason: 'EISDIR' });
});

test('a file set aside keeps its content under a name that says when', () => {
  const path = join(folder, 'vault.json');
  writeFileSync(path, 'half');
  const aside = setAside(path, Date.UTC(2026, 10, 23, 12));
  expect(aside).toBe(`${path}.2026-11-23T12-00-00.000Z.unusable`);
  expect(readFileSync(aside, 'utf8')).toBe('half');
});
