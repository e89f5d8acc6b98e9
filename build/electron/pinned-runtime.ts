import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runCommand } from '../run/run-command.ts';
import { recentDownloadFailure, rememberDownloadFailure } from './download-failure.ts';

const require = createRequire(import.meta.url);
const packageFolder = dirname(require.resolve('electron/package.json'));

/** The wait for an answer of the download host, ms. */
const REACH_TIMEOUT_MS = 20_000;
/** The time of the download after the host has answered, ms (about 120 MB). */
const DOWNLOAD_TIMEOUT_MS = 300_000;

/** The version of the `electron` package that package.json pins, e.g. `45.4.1`. */
export const pinnedVersion: string = (
  JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
).version;

export type PinnedRuntime = { readonly distPath: string; readonly executablePath: string };

/** Returns the pinned Electron if its binary is on this machine. Reads the files of its install script. */
export function findPinnedRuntime(): PinnedRuntime | undefined {
  const distPath = join(packageFolder, 'dist');
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executablePath = join(distPath, readFileSync(pathFile, 'utf8'));
  return existsSync(executablePath) ? { distPath, executablePath } : undefined;
}

/**
 * Downloads the binary with the `electron` package, once. A failure is remembered for a day, so that a machine that cannot
 * reach the host does not wait at each start.
 */
export async function downloadPinnedRuntime(): Promise<PinnedRuntime | { readonly failure: string }> {
  const earlier = recentDownloadFailure(pinnedVersion);
  if (earlier !== undefined) return { failure: earlier };

  const timeoutMs = (await hostAnswers()) ? DOWNLOAD_TIMEOUT_MS : REACH_TIMEOUT_MS;
  const result = await runCommand(process.execPath, [join(packageFolder, 'install.js')], { timeoutMs });
  const found = result.code === 0 ? findPinnedRuntime() : undefined;
  if (found !== undefined) return found;

  const failure = result.timedOut ? `no download within ${timeoutMs / 1000} s` : lastWords(result.stderr);
  rememberDownloadFailure(pinnedVersion, failure);
  return { failure };
}

/** True for any HTTP answer: then it makes sense to wait for the download. */
async function hostAnswers(): Promise<boolean> {
  const mirror =
    process.env['npm_config_electron_mirror'] ??
    process.env['ELECTRON_MIRROR'] ??
    'https://github.com/electron/electron/releases/download/';
  try {
    await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(REACH_TIMEOUT_MS) });
    return true;
  } catch {
    // The host cannot be reached.
    return false;
  }
}

function lastWords(stderr: string): string {
  const line = stderr
    .split('\n')
    .map((text) => text.trim())
    .find((text) => text !== '' && !text.startsWith('at '));
  return line ?? 'the install script gave no reason';
}
