import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';

const PREFIX = 'unpacking-';

/** A fresh folder on the cache's own file system (a move out of it is atomic), named after this process. */
export async function createWorkFolder(): Promise<string> {
  return mkdtemp(join(cacheFolder(), `${PREFIX}${process.pid}-`));
}

/** Removes what interrupted runs left: work folders whose process no longer lives. */
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
    // EPERM: it lives, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
