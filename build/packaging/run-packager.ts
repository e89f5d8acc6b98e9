import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { coreNode } from '../electron/core-node.ts';
import { pinnedVersion } from '../electron/pinned-runtime.ts';
import { resolveElectron } from '../electron/resolve-electron.ts';
import { buildIfChanged } from '../run/build-if-changed.ts';
import { repoRoot } from '../run/repo-root.ts';
import { runShown } from '../run/run-shown.ts';
import { say } from '../run/say.ts';
import { layOutApp } from './lay-out-app.ts';
import { ownTarget, targetName, type Target } from './target.ts';

export interface Packing {
  readonly target: Target;
  /** A folder, or a package of the system. */
  readonly format: 'dir' | 'deb';
  /** True: also on an Electron without security fixes. The result is not for a shop. */
  readonly isTrial: boolean;
  /** More arguments for the packager. */
  readonly others: readonly string[];
}

/** The packager's words for a system. */
const FLAGS = { linux: '--linux', win32: '--win', darwin: '--mac' } as const;

/** Builds the app for an installed till and packs it into dist/. Returns the exit code of the packager, 1 for a refusal. */
export async function runPackager({ target, format, isTrial, others }: Packing): Promise<number> {
  const isOwn = targetName(target) === targetName(ownTarget());
  const runtime = isOwn ? await ownRuntime(isTrial) : [`-c.electronVersion=${pinnedVersion}`];
  if (runtime === null) return 1;
  await buildIfChanged(target);
  const app = isOwn ? [] : [`-c.directories.app=${await layOutApp(target)}`];
  const packager = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const what = format === 'dir' ? ['--dir', FLAGS[target.platform]] : [FLAGS[target.platform], format];
  const args = [packager, ...what, `--${target.arch}`, ...runtime, ...app, ...others];
  return runShown(coreNode(), args, { cwd: repoRoot, env: packagerEnv() });
}

/** Names the own fpm, a script for the Node of the tools. */
function packagerEnv(): NodeJS.ProcessEnv {
  const { env } = process;
  const path = [dirname(coreNode()), env['PATH'] ?? ''].join(delimiter);
  return { ...env, PATH: path, CUSTOM_FPM_PATH: join(import.meta.dirname, 'fpm', 'fpm.ts') };
}

/** Returns the packager's arguments for the Electron of this machine. Null if it is not for a shop. */
async function ownRuntime(isTrial: boolean): Promise<readonly string[] | null> {
  const electron = await resolveElectron();
  if (electron.kind !== 'pinned') {
    const what = `Electron ${electron.version} gets no security fixes any more`;
    if (!isTrial) {
      say(`Not packed: ${what}. To try the packing all the same: add --for-trial`);
      return null;
    }
    say(`${what}: good to try the packing, not for a shop.`);
  }
  return [`-c.electronDist=${electron.distPath}`, `-c.electronVersion=${electron.version}`];
}
