import { createRequire } from 'node:module';
import { coreNode } from '../electron/core-node.ts';
import { resolveElectron } from '../electron/resolve-electron.ts';
import { ownTarget } from '../packaging/target.ts';
import { buildIfChanged } from './build-if-changed.ts';
import { repoRoot } from './repo-root.ts';
import { runShown } from './run-shown.ts';
import { say } from './say.ts';

const FOR_TRIAL = '--for-trial';

/**
 * npm run pack: builds the app for an installed till and packs it for this system into a folder under dist/. Refuses on another
 * Electron than the pinned one, unless `--for-trial` says that the result is not for a shop.
 */
async function pack(args: readonly string[]): Promise<number> {
  const electron = await resolveElectron();
  if (electron.kind !== 'pinned') {
    const what = `Electron ${electron.version} gets no security fixes any more`;
    if (!args.includes(FOR_TRIAL)) {
      say(`Not packed: ${what}. To try the packing all the same: npm run pack -- ${FOR_TRIAL}`);
      return 1;
    }
    say(`${what}: good to try the packing, not for a shop.`);
  }
  await buildIfChanged(ownTarget());
  const packager = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const runtime = [`-c.electronDist=${electron.distPath}`, `-c.electronVersion=${electron.version}`];
  const others = args.filter((argument) => argument !== FOR_TRIAL);
  return runShown(coreNode(), [packager, '--dir', ...runtime, ...others], { cwd: repoRoot });
}

process.exitCode = await pack(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
});
