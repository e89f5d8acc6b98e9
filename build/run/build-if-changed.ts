import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { coreNode } from '../electron/core-node.ts';
import { buildHash } from './build-hash.ts';
import { repoRoot } from './repo-root.ts';
import { runShown } from './run-shown.ts';
import { say } from './say.ts';

const require = createRequire(import.meta.url);
const hashFile = join(repoRoot, 'out', '.build-hash');

/** Builds the app into `out/`, unless the build there was made from the present files. Throws if the build fails. */
export async function buildIfChanged(): Promise<void> {
  const hash = await buildHash(repoRoot);
  if ((await builtHash()) === hash) {
    say('Build: up to date');
    return;
  }
  say('Build: sources changed');
  // Removed first, so that an interrupted build does not count as the build before it.
  await rm(hashFile, { force: true });
  const tool = join(dirname(require.resolve('electron-vite/package.json')), 'bin', 'electron-vite.js');
  const code = await runShown(coreNode(), [tool, 'build', '--logLevel', 'warn'], { cwd: repoRoot });
  if (code !== 0) throw new Error(`electron-vite build failed with code ${code}`);
  await writeFile(hashFile, hash);
}

async function builtHash(): Promise<string | undefined> {
  if (!existsSync(join(repoRoot, 'out', 'main', 'index.js'))) return undefined;
  return readFile(hashFile, 'utf8').catch(() => undefined);
}
