import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';

const ONE_DAY_MS = 24 * 60 * 60 * 1000;

type Failure = { readonly atMs: number; readonly reason: string };

/** Returns why the last download of this Electron version failed, if that was less than a day ago. */
export function recentDownloadFailure(version: string, nowMs: number = Date.now()): string | undefined {
  const failure = readFailure(version);
  if (failure === undefined) return undefined;
  const ageMs = nowMs - failure.atMs;
  // If the clock was set back, the age is negative, and the download is tried.
  return ageMs >= 0 && ageMs < ONE_DAY_MS ? failure.reason : undefined;
}

/** Records a failed download, so that the next runs do not wait for it again. */
export function rememberDownloadFailure(version: string, reason: string, nowMs: number = Date.now()): void {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(failureFile(version), JSON.stringify({ atMs: nowMs, reason } satisfies Failure));
}

function readFailure(version: string): Failure | undefined {
  try {
    const parsed = JSON.parse(readFileSync(failureFile(version), 'utf8')) as Partial<Failure>;
    if (typeof parsed.atMs !== 'number' || typeof parsed.reason !== 'string') return undefined;
    return { atMs: parsed.atMs, reason: parsed.reason };
  } catch {
    // If there is no file, or half a file, the download is tried.
    return undefined;
  }
}

function failureFile(version: string): string {
  return join(cacheFolder(), `electron-${version}-download-failed.json`);
}
