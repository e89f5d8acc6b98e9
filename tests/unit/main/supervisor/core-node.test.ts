import { createHash } from 'node:crypto';
import { mkdtemp, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkCoreNode, type CoreNode } from '../../../../main/supervisor/core-node.ts';

const CONTENT = 'the program of Node';
const sha256 = createHash('sha256').update(CONTENT).digest('hex');
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balcao-unit-'));
  path = join(folder, 'node');
  await writeFile(path, CONTENT);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function checked(): Promise<CoreNode> {
  const node = await checkCoreNode({ path, sha256 });
  if (!node.ok) throw new Error(node.error);
  return node.value;
}

it('takes the Node with the content of the build', async () => {
  const node = await checked();
  expect(node.path).toBe(path);
  expect(node.isSame()).toBe(true);
});

it('refuses another content, and a file that cannot be read', async () => {
  await writeFile(path, CONTENT.replace('Node', 'node'));
  expect(await checkCoreNode({ path, sha256 })).toEqual({ ok: false, error: 'changed' });
  expect(await checkCoreNode({ path: join(folder, 'none'), sha256 })).toEqual({
    ok: false,
    error: 'not-read',
  });
  expect(await checkCoreNode({ path: folder, sha256 })).toEqual({ ok: false, error: 'not-read' });
});

it.each([
  ['written in place, with its old size and time', () => writeInPlace()],
  [
    'replaced by an equal one',
    async () => {
      await writeFile(`${path}.new`, CONTENT);
      await rename(`${path}.new`, path);
    },
  ],
  ['removed', () => rm(path)],
])('notices after the check a file that was %s', async (_, change) => {
  const node = await checked();
  await change();
  expect(node.isSame()).toBe(false);
});

async function writeInPlace(): Promise<void> {
  const { atime, mtime } = await stat(path);
  await writeFile(path, CONTENT.toUpperCase());
  await utimes(path, atime, mtime);
}
