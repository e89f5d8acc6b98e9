import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { debianMirror } from '../debian-mirror.ts';
import { runCommand } from '../run-command.ts';
import { say } from '../say.ts';
import { installPackages } from '../system-packages.ts';
import { startWine, stopWine } from './wine.ts';

/** Debian 13, whose Wine is version 10. On Wine 8 of Debian 12, Node 24 stops at its start: it gets no memory for its tables. */
export const SUITE = 'trixie';
/** libgnutls: Windows' own cryptography. libcups: its print spooler. */
const PACKAGES = ['wine64', 'libc-bin', 'libcups2t64', 'libgnutls30t64', 'coreutils', 'bash'] as const;

/**
 * Unpacks Wine into `tree` with a fresh C:, unless it is there. The machine itself gets nothing but the package mmdebstrap. The
 * error is the reason why this machine cannot. Throws if Wine does not work.
 */
export async function unpackTree(tree: string): Promise<Result<void, string>> {
  const ready = join(tree, '.ready');
  if (existsSync(ready)) return ok(undefined);
  const packer = await ensureMmdebstrap();
  if (!packer.ok) return packer;
  await rm(tree, { recursive: true, force: true });
  await mkdir(tree, { recursive: true });
  say(`Unpacking Wine of Debian ${SUITE} into ${tree} (2 GB with the project)`);
  const options = ['--quiet', '--mode=root', '--variant=extract', '--aptopt=Acquire::Languages "none"'];
  const include = `--include=${PACKAGES.join(',')}`;
  const unpacked = await runCommand('mmdebstrap', [...options, include, SUITE, tree, await debianMirror()]);
  if (unpacked.code !== 0)
    return err(`Debian's ${SUITE} cannot be fetched: ${unpacked.stderr.trim().slice(-300)}`);
  await markZlib(tree);
  for (const folder of ['w', 'c']) await mkdir(join(tree, folder), { recursive: true });
  await chmod(join(tree, 'tmp'), 0o1777);
  await writeFile(join(tree, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/bash\n');
  await makeDriveC(tree);
  await writeFile(ready, '');
  return ok(undefined);
}

async function ensureMmdebstrap(): Promise<Result<void, string>> {
  if ((await runCommand('mmdebstrap', ['--version'])).code === 0) return ok(undefined);
  return installPackages(['mmdebstrap']).then(
    () => ok(undefined),
    (error: unknown) => err(`mmdebstrap cannot be installed: ${String(error).slice(0, 300)}`),
  );
}

/**
 * Marks Debian's zlib as a library of Wine's own, by the text at byte 64 that Wine's loader looks for. The package does the same
 * when it is configured, and here packages are only unpacked.
 */
async function markZlib(tree: string): Promise<void> {
  const zlib = await readFile(join(tree, 'usr/x86_64-w64-mingw32/lib/zlib1.dll'));
  zlib.fill(0, 64, 96).write('Wine builtin DLL', 64, 'latin1');
  await writeFile(join(tree, 'usr/lib/x86_64-linux-gnu/wine/x86_64-windows/zlib1.dll'), zlib);
}

async function makeDriveC(tree: string): Promise<void> {
  // Its exit code is about 32-bit programs, which the tree does not have.
  await startWine(tree, 'wineboot', ['--init'], { cwd: '/' }).exit;
  await stopWine(tree);
  if (!existsSync(join(tree, 'c/system.reg'))) throw new Error('Wine made no drive C:');
}
