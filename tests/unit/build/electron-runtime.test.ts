import { existsSync } from 'node:fs';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheFolder } from '../../../build/electron/cache-folder.ts';
import { recentDownloadFailure, rememberDownloadFailure } from '../../../build/electron/download-failure.ts';
import { integrityOf } from '../../../build/electron/fetch-tarball.ts';
import { installDefaultApp } from '../../../build/electron/install-default-app.ts';
import { createWorkFolder, sweepWorkFolders } from '../../../build/electron/work-folder.ts';

const HOUR_MS = 3_600_000;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balcao-unit-'));
  vi.stubEnv('XDG_CACHE_HOME', folder);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

describe('the cache folder', () => {
  it('follows XDG_CACHE_HOME, but not a relative one', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/cache' })).toBe('/cache/balcao');
    expect(cacheFolder({ XDG_CACHE_HOME: 'cache', HOME: '/home/ana' })).toBe('/home/ana/.cache/balcao');
    expect(cacheFolder({ HOME: '/home/ana' })).toBe('/home/ana/.cache/balcao');
  });
});

describe('a failed download', () => {
  it('is remembered for a day, for its own version only', () => {
    rememberDownloadFailure('45.0.0', 'no route', 0);
    expect(recentDownloadFailure('45.0.0', 23 * HOUR_MS)).toBe('no route');
    expect(recentDownloadFailure('45.0.0', 24 * HOUR_MS)).toBeUndefined();
    expect(recentDownloadFailure('45.0.1', 0)).toBeUndefined();
  });

  it('is forgotten when the clock was set back, or the note is damaged', async () => {
    rememberDownloadFailure('45.0.0', 'no route', HOUR_MS);
    expect(recentDownloadFailure('45.0.0', 0)).toBeUndefined();
    await writeFile(join(cacheFolder(), 'electron-45.0.0-download-failed.json'), '{"atMs":');
    expect(recentDownloadFailure('45.0.0', HOUR_MS)).toBeUndefined();
  });
});

describe('unpacking', () => {
  it('knows a file by its content, as npm writes it', async () => {
    const file = join(folder, 'package.tgz');
    await writeFile(file, 'abc');
    // FIPS 180-2, appendix C.1: SHA-512 of "abc".
    expect(await integrityOf(file)).toBe(
      'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
    );
  });

  it('sweeps the folders of runs that died, and no others', async () => {
    // Linux gives no process a number above 2^22.
    const dead = join(cacheFolder(), 'unpacking-99999999-abc');
    await mkdir(dead, { recursive: true });
    const own = await createWorkFolder();
    await sweepWorkFolders();
    expect([existsSync(dead), existsSync(own)]).toEqual([false, true]);
  });

  it('renews a stale stand-in for the default app', async () => {
    await installDefaultApp(folder);
    const ours = await readFile(join(folder, 'main.js'), 'utf8');
    await writeFile(join(folder, 'main.js'), 'old');
    await installDefaultApp(folder);
    expect(await readFile(join(folder, 'main.js'), 'utf8')).toBe(ours);
  });
});
