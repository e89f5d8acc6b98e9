import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildHash } from '../../../build/run/build-hash.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'balcao-unit-'));
  await mkdir(join(root, 'main', 'windows'), { recursive: true });
  await writeFile(join(root, 'main', 'windows', 'a.ts'), 'one');
  await writeFile(join(root, 'electron.vite.config.ts'), 'config');
});

afterEach(() => rm(root, { recursive: true, force: true }));

it('stays the same while no source changes', async () => {
  const before = await buildHash(root);
  await writeFile(join(root, 'main', 'windows', 'a.ts'), 'one');
  await mkdir(join(root, 'docs'));
  await writeFile(join(root, 'docs', 'manual.md'), 'text');
  expect(await buildHash(root)).toBe(before);
});

it.each([
  ['a changed file', () => writeFile(join(root, 'main', 'windows', 'a.ts'), 'two')],
  ['a new file', () => writeFile(join(root, 'main', 'b.ts'), '')],
  ['a moved file', () => rename(join(root, 'main', 'windows', 'a.ts'), join(root, 'main', 'a.ts'))],
  ['a changed setting', () => writeFile(join(root, 'electron.vite.config.ts'), 'other')],
  ['a changed package', () => writeFile(join(root, 'package-lock.json'), '{}')],
])('changes with %s', async (_, change) => {
  const before = await buildHash(root);
  await change();
  expect(await buildHash(root)).not.toBe(before);
});
