import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The inputs of a build: sources, compiler settings, and the bundled packages. */
const FOLDERS = ['main', 'preload', 'renderer', 'shared', 'assets', 'build/packaging'];
const FILES = /^(electron\.vite\.config\.\w+|tsconfig.*\.json|package(-lock)?\.json)$/;

/** Returns a text that changes with the content or name of any input of a build. */
export async function buildHash(root: string): Promise<string> {
  const files = (await readdir(root)).filter((name) => FILES.test(name)).map((name) => join(root, name));
  for (const folder of FOLDERS) files.push(...(await filesIn(join(root, folder))));
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const content = await readFile(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
