import { cp, mkdir, mkdtemp, readdir, rename, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { cacheFolder } from '../../../build/electron/cache-folder.ts';
import { debianMirror } from '../../../build/run/debian-mirror.ts';
import { mustRun, runCommand, type CommandResult } from '../../../build/run/run-command.ts';

/** A Debian with nothing but apt, below a folder, with an ordinary account. */
export interface CleanSystem {
  /** The home of the account, as a path of this machine. */
  readonly home: string;
  /** Runs a program as root. Throws with its output if it fails. */
  run(program: string, ...args: readonly string[]): Promise<string>;
  /** Runs a program as root, which may fail. */
  tryRun(program: string, ...args: readonly string[]): Promise<CommandResult>;
  /** Puts a file into the folder /root and returns its path there. */
  bring(file: string): Promise<string>;
  /** Returns the command that runs a program as the ordinary account. */
  asPerson(env: Readonly<Record<string, string>>, command: readonly string[]): readonly string[];
  remove(): Promise<void>;
}

const RELEASE = 'bookworm';
const PERSON = 'caixa';
const PACKAGES = join(cacheFolder(), `clean-${RELEASE}-packages`);

/** Returns why this machine can lay out no clean system. Null if it can. */
export async function whyNoCleanSystem(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'only root can lay out a system and install into it';
  return (await runCommand('mmdebstrap', ['--version'])).code === 0 ? null : 'mmdebstrap is not installed';
}

/**
 * Lays out a clean system. Its archive and the packages that were installed into one before are kept below the home's cache. It
 * shares the network and the X server's abstract socket with this machine, and no folder.
 */
export async function layOutCleanSystem(): Promise<CleanSystem> {
  const archive = await cleanArchive();
  const root = await mkdtemp(join(tmpdir(), 'balcao-clean-'));
  const system = openSystem(root);
  try {
    await mustRun('tar', ['--extract', '--file', archive, '--directory', root]);
    await mustRun('chmod', ['755', root]);
    await mountKernel(root);
    await system.run('useradd', '--create-home', PERSON);
    await givePackages(root);
    await system.run('apt-get', 'update', '--quiet');
    return system;
  } catch (error) {
    await system.remove();
    throw error;
  }
}

function openSystem(root: string): CleanSystem {
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' };
  return {
    home: join(root, 'home', PERSON),
    run: (program, ...args) => mustRun('chroot', [root, program, ...args], { env }),
    tryRun: (program, ...args) => runCommand('chroot', [root, program, ...args], { env }),
    async bring(file) {
      await cp(file, join(root, 'root', basename(file)));
      return `/root/${basename(file)}`;
    },
    asPerson(personal, command) {
      const all = { ...personal, HOME: `/home/${PERSON}` };
      const set = Object.entries(all).map(([name, value]) => `${name}=${value}`);
      return ['chroot', `--userspec=${PERSON}:${PERSON}`, root, '/usr/bin/env', '-i', ...set, ...command];
    },
    async remove() {
      await keepPackages(root).catch(() => undefined);
      for (const name of ['dev/shm', 'dev', 'proc']) await runCommand('umount', ['--lazy', join(root, name)]);
      // Never a file of another file system, should one still be mounted.
      await mustRun('rm', ['--recursive', '--force', '--one-file-system', root]);
    },
  };
}

/** A file system of its own for each folder, with the devices that programs need: none of this machine's folders is shared. */
async function mountKernel(root: string): Promise<void> {
  const dev = join(root, 'dev');
  await mustRun('mount', ['-t', 'proc', 'proc', join(root, 'proc')]);
  await mustRun('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', dev]);
  const devices = { null: 3, zero: 5, full: 7, random: 8, urandom: 9 };
  for (const [name, minor] of Object.entries(devices))
    await mustRun('mknod', ['--mode=666', join(dev, name), 'c', '1', String(minor)]);
  await mkdir(join(dev, 'shm'));
  await mustRun('mount', ['-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs', join(dev, 'shm')]);
}

/** Returns the archive of a clean system. Made once. */
async function cleanArchive(): Promise<string> {
  const archive = join(cacheFolder(), `clean-${RELEASE}.tar`);
  if ((await stat(archive).catch(() => null)) !== null) return archive;
  await mkdir(cacheFolder(), { recursive: true });
  const making = `${archive}.${process.pid}`;
  await mustRun('mmdebstrap', [
    '--quiet',
    '--variant=apt',
    '--format=tar',
    RELEASE,
    making,
    await debianMirror(),
  ]);
  await rename(making, archive);
  return archive;
}

const downloadsOf = (root: string): string => join(root, 'var', 'cache', 'apt', 'archives');

/** apt takes a downloaded package whose checksum is right, and downloads the others. */
async function givePackages(root: string): Promise<void> {
  for (const name of await readdir(PACKAGES).catch(() => []))
    await cp(join(PACKAGES, name), join(downloadsOf(root), name));
}

async function keepPackages(root: string): Promise<void> {
  await mkdir(PACKAGES, { recursive: true });
  const kept = new Set(await readdir(PACKAGES));
  for (const name of await readdir(downloadsOf(root)))
    if (name.endsWith('.deb') && !kept.has(name))
      await cp(join(downloadsOf(root), name), join(PACKAGES, name));
}
