import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rm, writeFile, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mustRun } from '../../run/run-command.ts';
import { controlFile } from './control-file.ts';
import type { FpmOrder } from './read-arguments.ts';

/** The packager's scripts under the names of dpkg (deb-postinst(5)). */
const DPKG_SCRIPTS: Readonly<Record<string, string>> = {
  'before-install': 'preinst',
  'after-install': 'postinst',
  'before-remove': 'prerm',
  'after-remove': 'postrm',
};

/** Builds a package of Debian with dpkg-deb. All files belong to root. */
export async function buildDeb(order: FpmOrder): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'balcao-deb-'));
  try {
    for (const { from, to } of order.contents) {
      const path = join(root, to);
      await mkdir(dirname(path), { recursive: true });
      await cp(from, path, { recursive: true, verbatimSymlinks: true });
    }
    const sizeKb = await setRights(root);
    const control = join(root, 'DEBIAN');
    await mkdir(control);
    await writeFile(join(control, 'control'), controlFile(order, sizeKb));
    for (const [name, script] of Object.entries(order.scripts)) {
      const path = join(control, DPKG_SCRIPTS[name] ?? name);
      await copyFile(script, path);
      await chmod(path, 0o755);
    }
    await chmod(control, 0o755);
    await mkdir(dirname(order.file), { recursive: true });
    await mustRun('dpkg-deb', ['--root-owner-group', ...compressionOf(order), '--build', root, order.file]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Compresses a trial (`gz`) at the fastest level. A smaller package takes minutes. */
function compressionOf({ compression }: FpmOrder): readonly string[] {
  if (compression === null) return [];
  return compression === 'gz' ? ['-Zgzip', '-z1'] : [`-Z${compression}`];
}

/** Gives everything the rights of installed files, whatever the umask of the builder. Returns the size in KiB. */
async function setRights(path: string): Promise<number> {
  const stats = await lstat(path);
  if (stats.isSymbolicLink()) return 1;
  if (!stats.isDirectory()) {
    await chmod(path, (stats.mode & 0o111) === 0 ? 0o644 : 0o755);
    return Math.ceil(stats.size / 1024);
  }
  await chmod(path, 0o755);
  let sizeKb = 1;
  for (const name of await readdir(path)) sizeKb += await setRights(join(path, name));
  return sizeKb;
}
