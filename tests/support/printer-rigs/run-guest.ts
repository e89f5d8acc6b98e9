import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOwnedProcess } from '../displays/owned-process.ts';
import { buildGuestImage } from './guest-image.ts';
import { buildGuestPrograms } from './guest-programs.ts';

/** The limit of the guest, ms. It emulates a processor and shares this one with other tests. */
export const GUEST_HANGS_MS = 900_000;
/** A kernel with a fault must end and not wait. */
const COMMAND_LINE = 'console=ttyS0 quiet oops=panic panic=-1 rdinit=/init';

/**
 * Boots another Linux with USB sockets, and runs guest/driver.ts in it with this Node, as root. It can read the files of this
 * machine and write only `folder`, which is /run/rig there.
 *
 * @param folder has the files to print, and the findings afterwards.
 * @returns the console output of the guest.
 */
export async function runGuest(folder: string): Promise<string> {
  const image = await buildGuestImage(folder);
  await buildGuestPrograms(folder);
  await writeFile(
    join(folder, 'start'),
    `TMPDIR=/run exec ${quoted(process.execPath)} /run/rig/driver.mjs\n`,
  );
  const qemu = startOwnedProcess('qemu-system-x86_64', qemuArguments(image, folder), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let console = '';
  for (const stream of [qemu.child.stdout, qemu.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (console += text));
  }
  const hanging = setTimeout(() => void qemu.stop(), GUEST_HANGS_MS);
  await once(qemu.child, 'close');
  clearTimeout(hanging);
  return console;
}

function qemuArguments(image: { kernel: string; initrd: string }, folder: string): string[] {
  const share = (path: string, tag: string, more = ''): string[] => [
    '-virtfs',
    `local,path=${path.replaceAll(',', ',,')},mount_tag=${tag},security_model=none,multidevs=remap${more}`,
  ];
  // Without hardware virtualization, which a machine that is a guest often does not have.
  const machine = [
    '-accel',
    'tcg,thread=multi',
    '-smp',
    '2',
    '-m',
    '1024',
    '-nographic',
    '-no-reboot',
    '-nic',
    'none',
  ];
  const system = ['-kernel', image.kernel, '-initrd', image.initrd, '-append', COMMAND_LINE];
  return [...machine, ...system, ...share('/', 'root', ',readonly=on'), ...share(folder, 'rig')];
}

/** Returns a text as one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
