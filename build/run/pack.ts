import { createRequire } from 'node:module';
import { coreNode } from '../electron/core-node.ts';
import { resolveElectron } from '../electron/resolve-electron.ts';
import { buildIfChanged } from './build-if-changed.ts';
import { repoRoot } from './repo-root.ts';
import { runShown } from './run-shown.ts';
import { say } from './say.ts';

/** npm run pack: packs the app for this system into a folder under dist/, with the available Electron. */
async function pack(): Promise<number> {
  await buildIfChanged();
  const electron = await resolveElectron();
  if (electron.kind !== 'pinned') {
    say(`Packing on Electron ${electron.version}: good to try the packing, not for a shop.`);
  }
  const packager = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const runtime = [`-c.electronDist=${electron.distPath}`, `-c.electronVersion=${electron.version}`];
  return runShown(coreNode(), [packager, '--dir', ...runtime, ...process.argv.slice(2)], { cwd: repoRoot });
}

process.exitCode = await pack().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
});
