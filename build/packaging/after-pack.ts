import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { Arch, type AfterPackContext } from 'electron-builder';
import { nodeFileName } from '../electron/core-node.ts';
import { checkNativeFiles } from './check-native-files.ts';
import { newerFuses } from './newer-fuses.ts';
import { packedExecutable } from './packed-executable.ts';
import { shippedNode } from './shipped-node.ts';
import { parseTarget } from './target.ts';

/** Runs after a folder was packed and before it is signed. electron-builder.yml names it. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName, packager } = context;
  const name = `${electronPlatformName}-${Arch[context.arch]}`;
  const target = parseTarget(name);
  if (target === null) throw new Error(`the app is not made for ${name}`);
  const resources = packager.getResourcesDir(appOutDir);
  // The runtime of the npm registry has a replacement of Electron's default app. A till must not have it.
  if (target.platform === 'linux') await rm(join(resources, 'app'), { recursive: true, force: true });
  // Not signed again by the packager, because main knows its content.
  await copyFile(await shippedNode(target), join(resources, nodeFileName(target.platform)));
  await checkNativeFiles(appOutDir, target);

  const executable = packedExecutable(appOutDir, electronPlatformName, packager.appInfo.productFilename);
  const known = await getCurrentFuseWire(executable);
  // An older Electron does not have the newest fuses, and setting a missing fuse is an error.
  const present = Object.entries(newerFuses).filter(([fuse]) => fuse in known);
  await flipFuses(executable, { version: FuseVersion.V1, ...Object.fromEntries(present) });
}
