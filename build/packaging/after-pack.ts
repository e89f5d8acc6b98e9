import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { newerFuses } from './newer-fuses.ts';
import { packedExecutable } from './packed-executable.ts';

/** Runs after a folder was packed and before it is signed. electron-builder.yml names it. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName, packager } = context;
  // The runtime of the npm registry has a replacement of Electron's default app. A till must not have it.
  if (electronPlatformName === 'linux') {
    await rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
  }

  const executable = packedExecutable(appOutDir, electronPlatformName, packager.appInfo.productFilename);
  const known = await getCurrentFuseWire(executable);
  // An older Electron does not have the newest fuses, and setting a missing fuse is an error.
  const present = Object.entries(newerFuses).filter(([fuse]) => fuse in known);
  await flipFuses(executable, { version: FuseVersion.V1, ...Object.fromEntries(present) });
}
