import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';

const PREFIX = 'unpacking-';

/**
 * Creates an empty folder on the file system of the cache, so that a rename out of it is atomic. Its name has the id of this
 * process.
 */
export async function createWorkFolder(): Promise<string> {
  return mkdtemp(join(cacheFolder(), `${PREFIX}${process.pid}-`));
}

/** Removes the work folders of interrupted runs: those whose process has ended. */
export async function sweepWorkFolders(): Promise<void> {
  for (const name of await readdir(cacheFolder())) {
    const owner = /^unpacking-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) {
      await rm(join(cacheFolder(), name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
