import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { cacheFolder } from '../../../build/electron/cache-folder.ts';
import { createWorkFolder } from '../../../build/electron/work-folder.ts';
import { mustRun } from '../../../build/run/run-command.ts';

const BUSYBOX = '/bin/busybox';

/** The modules and their options, in the order of their dependencies. */
const MODULES = [
  'virtio_ring',
  'virtio',
  'virtio_pci_modern_dev',
  'virtio_pci_legacy_dev',
  'virtio_pci',
  'netfs',
  'fscache',
  '9pnet',
  '9pnet_virtio',
  '9p',
  'configfs',
  'usb-common',
  'usbcore',
  'udc-core',
  // Two printers may be plugged in.
  'dummy_hcd num=2',
  'usblp',
  'libcomposite',
  'usb_f_printer',
  'u_serial',
  'usb_f_acm',
  'cdc-acm',
] as const;

/** Another choice of modules gets another folder. */
const PREFIX = `guest-kernel-${createHash('sha256').update(MODULES.join()).digest('hex').slice(0, 8)}-`;

/** The files that the machine starts from. */
export interface GuestImage {
  readonly kernel: string;
  readonly initrd: string;
}

/** Makes the guest's first file system in `folder`, with the kernel of the cache. */
export async function buildGuestImage(folder: string): Promise<GuestImage> {
  const kernel = await guestKernel();
  const tree = join(folder, 'initrd');
  await mkdir(join(tree, 'bin'), { recursive: true });
  await mkdir(join(tree, 'modules'));
  await copyFile(BUSYBOX, join(tree, 'bin/busybox'));
  await copyFile(fileURLToPath(new URL('guest/init', import.meta.url)), join(tree, 'init'));
  await chmod(join(tree, 'init'), 0o755);
  for (const name of MODULES.map(moduleName)) {
    await copyFile(join(kernel, `${name}.ko`), join(tree, 'modules', `${name}.ko`));
  }
  await writeFile(join(tree, 'modules/order'), `${MODULES.join('\n')}\n`);
  const archive = join(folder, 'initrd.cpio');
  await mustRun('sh', ['-c', `find . | ${BUSYBOX} cpio -o -H newc > "$0"`, archive], { cwd: tree });
  const initrd = `${archive}.gz`;
  await writeFile(initrd, await promisify(gzip)(await readFile(archive), { level: 1 }));
  return { kernel: join(kernel, 'vmlinuz'), initrd };
}

function moduleName(line: string): string {
  return line.split(' ')[0] ?? '';
}

/** Returns the kernel's folder in the cache. Fetches it with apt the first time (70 MB, of which 9 are kept). */
export async function guestKernel(): Promise<string> {
  await mkdir(cacheFolder(), { recursive: true });
  const kept = (await readdir(cacheFolder())).filter((name) => name.startsWith(PREFIX)).toSorted();
  const newest = kept.at(-1);
  if (newest !== undefined) return join(cacheFolder(), newest);

  const name = await kernelPackage();
  const work = await createWorkFolder();
  try {
    await mustRun('apt-get', ['download', '--quiet', name], { cwd: work });
    const [deb = ''] = (await readdir(work)).filter((file) => file.endsWith('.deb'));
    await mustRun('dpkg-deb', ['--extract', deb, 'package'], { cwd: work });
    const kernel = await pickKernel(work, name.replace('linux-image-', ''));
    const place = join(cacheFolder(), `${PREFIX}${name}`);
    // Another run was faster.
    await rename(kernel, place).catch((error: unknown) => ignoreIfThere(error));
    return place;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function ignoreIfThere(error: unknown): void {
  if (!/ENOTEMPTY|EEXIST/.test(String(error))) throw error;
}

/** Returns the package that Debian's name of its present kernel points to: linux-image-6.1.0-56-amd64. */
async function kernelPackage(): Promise<string> {
  const ask = async (): Promise<string | undefined> => {
    const text = await mustRun('apt-cache', ['depends', 'linux-image-amd64']).catch(() => '');
    return /Depends: (linux-image-\d\S+)/.exec(text)?.[1];
  };
  let name = await ask();
  if (name === undefined && process.getuid?.() === 0) {
    await mustRun('apt-get', ['update']);
    name = await ask();
  }
  if (name === undefined) throw new Error('apt knows no linux-image-amd64: apt-get update');
  return name;
}

/** Copies the needed files of an unpacked kernel package into one flat folder. */
async function pickKernel(work: string, release: string): Promise<string> {
  const kernel = join(work, 'kernel');
  await mkdir(kernel);
  await copyFile(join(work, 'package/boot', `vmlinuz-${release}`), join(kernel, 'vmlinuz'));
  const files = await readdir(join(work, 'package/lib/modules', release), {
    recursive: true,
    withFileTypes: true,
  });
  for (const name of MODULES.map(moduleName)) {
    const file = files.find((each) => each.name === `${name}.ko`);
    if (file === undefined) throw new Error(`Debian's kernel ${release} has no module ${name}`);
    await copyFile(join(file.parentPath, file.name), join(kernel, `${name}.ko`));
  }
  return kernel;
}
