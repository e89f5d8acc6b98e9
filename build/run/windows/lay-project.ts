import { copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../run-command.ts';
import { repoRoot } from '../repo-root.ts';
import { say } from '../say.ts';

/** The lock file of the installed packages. */
const INSTALLED = '.installed-lock.json';
const KEPT: readonly string[] = ['node_modules', INSTALLED];

/**
 * Puts the committed state of this checkout into `project`, with its packages for Windows as the lock file pins them. They are
 * installed again only for another lock file. No script of a package runs.
 */
export async function layProject(project: string): Promise<void> {
  const changed = await mustRun('git', ['status', '--porcelain', '--untracked-files=no'], { cwd: repoRoot });
  if (changed !== '') say('Changes that are not committed are not run on Windows');
  for (const name of await readdir(project))
    if (!KEPT.includes(name)) await rm(join(project, name), { recursive: true, force: true });
  const archive = join(project, 'head.tar');
  await mustRun('git', ['archive', '--output', archive, 'HEAD'], { cwd: repoRoot });
  await mustRun('tar', ['--extract', '--file', archive], { cwd: project });
  await rm(archive);

  const lock = join(project, 'package-lock.json');
  const installed = join(project, INSTALLED);
  const had = await readFile(installed, 'utf8').catch(() => '');
  if (had === (await readFile(lock, 'utf8'))) return;
  say('Installing the packages for Windows');
  const system = ['--os=win32', '--cpu=x64', '--ignore-scripts', '--no-audit', '--no-fund'];
  await mustRun('npm', ['ci', ...system], { cwd: project, env: withoutNpm(process.env) });
  await copyFile(lock, installed);
}

/** Returns the environment without npm's variables, which name the folder and the options of the npm that runs this. */
function withoutNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.toLowerCase().startsWith('npm_')));
}
