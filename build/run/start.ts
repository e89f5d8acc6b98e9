import { missingLibraries } from '../electron/missing-libraries.ts';
import { coreNode } from '../electron/core-node.ts';
import { resolveElectron } from '../electron/resolve-electron.ts';
import { buildIfChanged } from './build-if-changed.ts';
import { electronPackages } from './debian-packages.ts';
import { repoRoot } from './repo-root.ts';
import { runShown } from './run-shown.ts';
import { say } from './say.ts';
import { installCommand } from './system-packages.ts';

/** npm start: opens both windows. Without a screen it runs the demo in the terminal. */
async function start(): Promise<number> {
  if (!hasDisplay()) {
    say('No display here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the terminal demo instead.');
    return runShown(coreNode(), ['build/run/demo.ts', ...process.argv.slice(2)], { cwd: repoRoot });
  }
  const electron = await resolveElectron();
  const missing = await missingLibraries(electron.executablePath);
  if (missing.length > 0) {
    say(`Electron needs ${missing.join(', ')}. Run: ${installCommand(electronPackages)}`);
    return 1;
  }
  await buildIfChanged();
  const env: NodeJS.ProcessEnv = { ...process.env };
  // Some editors set it in their terminals. It would turn Electron into plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  return runShown(electron.executablePath, [...electron.args, repoRoot, ...process.argv.slice(2)], { env });
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? '') || Boolean(process.env['WAYLAND_DISPLAY'] ?? '');
}

process.exitCode = await start().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
});
