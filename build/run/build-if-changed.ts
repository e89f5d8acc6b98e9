import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { coreNode } from '../electron/core-node.ts';
import { buildHash } from './build-hash.ts';
import { repoRoot } from './repo-root.ts';
import { runShown } from './run-shown.ts';
import { say } from './say.ts';

/** `developer` runs from the sources and has the hooks of tests. `installed` is for a shop and has none of that code. */
type BuildKind = 'developer' | 'installed';

/** The folder of each build. electron-builder.yml packs the second one. */
const FOLDERS: Readonly<Record<BuildKind, string>> = { developer: 'out', installed: 'out-installed' };

const require = createRequire(import.meta.url);

/** Builds the app into its folder, unless the build there was made from the present files. Throws if the build fails. */
export async function buildIfChanged(kind: BuildKind = 'developer'): Promise<void> {
  const folder = join(repoRoot, FOLDERS[kind]);
  const hashFile = join(folder, '.build-hash');
  const hash = await buildHash(repoRoot);
  if ((await builtHash(folder, hashFile)) === hash) {
    say('Build: up to date');
    return;
  }
  say('Build: sources changed');
  // Removed first, so that an interrupted build does not count as the build before it.
  await rm(hashFile, { force: true });
  const tool = join(dirname(require.resolve('electron-vite/package.json')), 'bin', 'electron-vite.js');
  const mode = kind === 'installed' ? ['--mode', 'installed'] : [];
  const build = [tool, 'build', '--logLevel', 'warn', '--outDir', folder, ...mode];
  const code = await runShown(coreNode(), build, { cwd: repoRoot });
  if (code !== 0) throw new Error(`electron-vite build failed with code ${code}`);
  await writeFile(hashFile, hash);
}

async function builtHash(folder: string, hashFile: string): Promise<string | undefined> {
  if (!existsSync(join(folder, 'main', 'index.js'))) return undefined;
  return readFile(hashFile, 'utf8').catch(() => undefined);
}
