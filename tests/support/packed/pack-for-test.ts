import { chmod, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreNode } from '../../../build/electron/core-node.ts';
import { packedExecutable } from '../../../build/packaging/packed-executable.ts';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { mustRun } from '../../../build/run/run-command.ts';

export interface PackedApp {
  /** The executable under its own name. */
  readonly executable: string;
  /** A copy of the executable that is called as Electron's own is, in the same folder. */
  readonly namedElectron: string;
  /** The archive with the code of main, the preloads and the pages. */
  readonly archive: string;
  /** The folder beside the archive, with the core's code. */
  readonly unpacked: string;
  /** The core's Node. */
  readonly node: string;
  /** The package that a shop installs, with the same app. */
  readonly deb: string;
  remove(): Promise<void>;
}

/** Packs the app as `npm run dist` does, with the available Electron, into a folder that each account may read. */
export async function packForTest(): Promise<PackedApp> {
  const output = await mkdtemp(join(tmpdir(), 'balcao-packed-'));
  await chmod(output, 0o755);
  const pack = ['build/run/dist.ts', '--target', 'deb', '--for-trial', '--out', output];
  await mustRun(coreNode(), pack, { cwd: repoRoot });
  const folder = join(output, 'linux-unpacked');
  const executable = packedExecutable(folder, process.platform, 'Balcão');
  const deb = (await readdir(output)).find((name) => name.endsWith('.deb')) ?? 'no package';
  const namedElectron = join(folder, 'electron');
  await cp(executable, namedElectron);
  const archive = join(folder, 'resources', 'app.asar');
  return {
    executable,
    namedElectron,
    archive,
    unpacked: `${archive}.unpacked`,
    node: join(folder, 'resources', 'node'),
    deb: join(output, deb),
    remove: () => rm(output, { recursive: true, force: true }),
  };
}
