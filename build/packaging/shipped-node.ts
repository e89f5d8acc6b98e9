import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../electron/cache-folder.ts';
import { coreNode, nodeFileName, nodePackage } from '../electron/core-node.ts';
import { fetchTarball } from '../electron/fetch-tarball.ts';
import { createWorkFolder, sweepWorkFolders } from '../electron/work-folder.ts';
import { repoRoot } from '../run/repo-root.ts';
import { mustRun } from '../run/run-command.ts';
import { ownTarget, targetName, type Target } from './target.ts';

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity?: string }>>;
}

/**
 * Returns the Node executable that an installed till of this system gets, in the version of `build/node`. That of another system
 * than this one is fetched once, and its content is checked against package-lock.json.
 */
export async function shippedNode(target: Target): Promise<string> {
  const lock = JSON.parse(await readFile(join(repoRoot, 'package-lock.json'), 'utf8')) as LockFile;
  const version = lock.packages['build/node']?.version ?? '';
  if (targetName(target) === targetName(ownTarget())) return ownNode(version);
  const name = nodePackage(target.platform, target.arch);
  const integrity = lock.packages[`node_modules/${name}`]?.integrity;
  if (integrity === undefined)
    throw new Error(`build/node/package.json has no Node for ${targetName(target)}`);

  const folder = join(cacheFolder(), `${name}-${version}`);
  const executable = nodeFileName(target.platform);
  if (!existsSync(folder)) await fetchNode(`${name}@${version}`, integrity, executable, folder);
  return join(folder, executable);
}

/** A system without a package in `build/node` has the Node of its owner, which may be another one. */
async function ownNode(version: string): Promise<string> {
  const node = coreNode();
  const own = (await mustRun(node, ['--version'])).trim();
  if (own !== `v${version}`) throw new Error(`the app is packed with Node ${version}, and this is ${own}`);
  return node;
}

async function fetchNode(spec: string, integrity: string, executable: string, folder: string): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  await sweepWorkFolders();
  const work = await createWorkFolder();
  try {
    const tarball = await fetchTarball(spec, integrity, work);
    await mustRun('tar', ['-xzf', tarball, '-C', work, `package/bin/${executable}`]);
    await rename(join(work, 'package', 'bin'), folder).catch((error: unknown) => {
      // Another run at the same time was first. Its copy is equal.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
