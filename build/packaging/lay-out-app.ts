import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repoRoot } from '../run/repo-root.ts';
import { mustRun } from '../run/run-command.ts';
import { targetName, type Target } from './target.ts';

/** What `npm ci` reads, and the built app. */
const COPIED = ['package.json', 'package-lock.json', '.npmrc', 'build/node/package.json', 'out-installed'];

/**
 * Lays out the app for another system than this one: some packages have their native files in a package for each system, and npm
 * installs only that of the system it is told. Returns the folder, for the packager.
 */
export async function layOutApp(target: Target): Promise<string> {
  const folder = join(repoRoot, 'dist', `app-${targetName(target)}`);
  await rm(folder, { recursive: true, force: true });
  for (const name of COPIED) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await cp(join(repoRoot, name), join(folder, name), { recursive: true });
  }
  const system = [`--os=${target.platform}`, `--cpu=${target.arch}`];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
  await mustRun('npm', ['ci', '--omit=dev', ...system, ...quiet], { cwd: folder });
  return folder;
}
