import { createRequire } from 'node:module';
import { coreNode } from '../electron/core-node.ts';
import { pinnedVersion } from '../electron/pinned-runtime.ts';
import { resolveElectron } from '../electron/resolve-electron.ts';
import { layOutApp } from '../packaging/lay-out-app.ts';
import { ownTarget, parseTarget, targetName, type Target } from '../packaging/target.ts';
import { buildIfChanged } from './build-if-changed.ts';
import { repoRoot } from './repo-root.ts';
import { runShown } from './run-shown.ts';
import { say } from './say.ts';

const FOR_TRIAL = '--for-trial';
const SYSTEM = '--system=';

/** The packager's words for a system. */
const FLAGS = { linux: '--linux', win32: '--win', darwin: '--mac' } as const;

/**
 * npm run pack: builds the app for an installed till and packs it for this system, or for the one that `--system=win32-x64`
 * names, into a folder under dist/. Refuses on another Electron than the pinned one, unless `--for-trial` says that the result is
 * not for a shop.
 */
async function pack(args: readonly string[]): Promise<number> {
  const target = targetOf(args);
  const isOwn = targetName(target) === targetName(ownTarget());
  const runtime = isOwn
    ? await ownRuntime(args.includes(FOR_TRIAL))
    : [`-c.electronVersion=${pinnedVersion}`];
  if (runtime === null) return 1;
  await buildIfChanged(target);
  const app = isOwn ? [] : [`-c.directories.app=${await layOutApp(target)}`];
  const packager = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const system = [FLAGS[target.platform], `--${target.arch}`];
  const others = args.filter((argument) => argument !== FOR_TRIAL && !argument.startsWith(SYSTEM));
  return runShown(coreNode(), [packager, '--dir', ...system, ...runtime, ...app, ...others], {
    cwd: repoRoot,
  });
}

function targetOf(args: readonly string[]): Target {
  const name = args.find((argument) => argument.startsWith(SYSTEM))?.slice(SYSTEM.length);
  if (name === undefined) return ownTarget();
  const target = parseTarget(name);
  if (target === null)
    throw new Error(`${SYSTEM}${name}: the app is made for linux, win32 and darwin, x64 and arm64`);
  return target;
}

/** Returns the packager's arguments for the Electron of this machine. Null if it is not for a shop. */
async function ownRuntime(isTrial: boolean): Promise<readonly string[] | null> {
  const electron = await resolveElectron();
  if (electron.kind !== 'pinned') {
    const what = `Electron ${electron.version} gets no security fixes any more`;
    if (!isTrial) {
      say(`Not packed: ${what}. To try the packing all the same: npm run pack -- ${FOR_TRIAL}`);
      return null;
    }
    say(`${what}: good to try the packing, not for a shop.`);
  }
  return [`-c.electronDist=${electron.distPath}`, `-c.electronVersion=${electron.version}`];
}

process.exitCode = await pack(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
});
