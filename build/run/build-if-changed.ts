import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { coreNode } from '../electron/core-node.ts';
import { modeOf, targetName, type Target } from '../packaging/target.ts';
import { buildHash } from './build-hash.ts';
import { repoRoot } from './repo-root.ts';
import { runShown } from './run-shown.ts';
import { say } from './say.ts';

/** The build that runs from the sources and has the hooks of tests. */
const DEVELOPER = 'out';
/** The build for a shop, which has none of that code. electron-builder.yml packs it. */
const INSTALLED = 'out-installed';

const require = createRequire(import.meta.url);

/**
 * Builds the app into its folder, unless the build there was made from the present files. Throws if the build fails.
 *
 * @param installedOn the system of the installed till. Null: a run from the sources.
 */
export async function buildIfChanged(installedOn: Target | null = null): Promise<void> {
  const folder = join(repoRoot, installedOn === null ? DEVELOPER : INSTALLED);
  const hashFile = join(folder, '.build-hash');
  // A build also has the path and the content of the core's Node.
  const hash = `${await buildHash(repoRoot)} ${installedOn === null ? coreNode() : targetName(installedOn)}`;
  if ((await builtHash(folder, hashFile)) === hash) {
    say('Build: up to date');
    return;
  }
  say('Build: sources changed');
  // Removed first, so that an interrupted build does not count as the build before it.
  await rm(hashFile, { force: true });
  const tool = join(dirname(require.resolve('electron-vite/package.json')), 'bin', 'electron-vite.js');
  const mode = installedOn === null ? [] : ['--mode', modeOf(installedOn)];
  const build = [tool, 'build', '--logLevel', 'warn', '--outDir', folder, ...mode];
  const code = await runShown(coreNode(), build, { cwd: repoRoot });
  if (code !== 0) throw new Error(`electron-vite build failed with code ${code}`);
  await writeFile(hashFile, hash);
}

async function builtHash(folder: string, hashFile: string): Promise<string | undefined> {
  if (!existsSync(join(folder, 'main', 'index.js'))) return undefined;
  return readFile(hashFile, 'utf8').catch(() => undefined);
}
