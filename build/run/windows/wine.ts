import { mkdtempSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnedProcess } from '../../../tests/support/displays/owned-process.ts';

const WINE = '/usr/lib/wine/wine64';
const WINE_SERVER = '/usr/lib/wine/wineserver64';

/**
 * Mounts /proc and /dev in the tree, in a namespace that ends with the program: `sh -c IN_TREE TREE PROGRAM ARGUMENT…`. Nothing of
 * it stays mounted on this machine.
 */
const IN_TREE =
  'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$0" /usr/bin/env -i "$@"';

const ENVIRONMENT = {
  HOME: '/root',
  PATH: '/usr/bin:/bin',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  XDG_RUNTIME_DIR: '/tmp',
  NO_COLOR: '1',
  TZ: 'America/Sao_Paulo',
  WINEPREFIX: '/c',
  WINESERVER: WINE_SERVER,
  WINEDEBUG: '-all',
  // Without these two, a new C: asks on a screen whether Mono and Gecko are to be fetched.
  WINEDLLOVERRIDES: 'mscoree,mshtml=',
} as const;

export interface WineOptions {
  /** More variables of the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The working folder, as a path in the tree. Default: the project. */
  readonly cwd?: string;
}

/** A program that runs under Wine. */
export interface WineProgram {
  /** Resolves with the exit code when the program has ended. */
  readonly exit: Promise<number | null>;
  /** Returns the output up to now. */
  stdout(): string;
  stderr(): string;
  /** Ends the program as Linux does, if it still runs. */
  stop(): Promise<void>;
}

/**
 * Starts a Windows program in a tree with Wine (`unpack-tree.ts`). Needs root. Its output goes to files, because Node for Windows
 * stops with EBADF if its standard output is a pipe of Linux.
 */
export function startWine(
  tree: string,
  program: string,
  args: readonly string[],
  options: WineOptions = {},
): WineProgram {
  return start(tree, [WINE, program, ...args], options);
}

/** Ends all Windows programs of the tree. Returns when they are gone. */
export async function stopWine(tree: string): Promise<void> {
  // Wait as well: --kill only asks.
  for (const option of ['--kill', '--wait']) await start(tree, [WINE_SERVER, option], { cwd: '/' }).exit;
}

function start(tree: string, command: readonly string[], { env = {}, cwd = '/w' }: WineOptions): WineProgram {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-wine-'));
  const files = [join(folder, 'stdout'), join(folder, 'stderr')] as const;
  const [out, err] = files.map((file) => openSync(file, 'w'));
  const variables = Object.entries({ ...ENVIRONMENT, ...env }).map(([name, value]) => `${name}=${value}`);
  const inTree = [`--chdir=${cwd}`, ...variables, ...command];
  const { child, stop } = startOwnedProcess(
    'unshare',
    ['--mount', '--propagation', 'private', 'sh', '-c', IN_TREE, tree, ...inTree],
    { stdio: ['ignore', out, err] },
  );
  for (const file of [out, err]) if (file !== undefined) closeSync(file);
  let kept: readonly string[] | null = null;
  const read = (index: 0 | 1): string => kept?.[index] ?? readFileSync(files[index], 'utf8');
  const exit = Promise.race([once(child, 'exit'), once(child, 'error').then(() => [null])]).then(([code]) => {
    kept = files.map((file) => readFileSync(file, 'utf8'));
    rmSync(folder, { recursive: true, force: true });
    return code as number | null;
  });
  return { exit, stdout: () => read(0), stderr: () => read(1), stop };
}
