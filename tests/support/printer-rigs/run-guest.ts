import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOwnedProcess } from '../displays/owned-process.ts';
import { buildGuestImage } from './guest-image.ts';

/** A guest that takes this long hangs, ms. It emulates a processor, and shares this one with other tests. */
const HANGS_MS = 300_000;

/**
 * Boots a Linux of its own, with USB sockets, and runs a program of this repository in it, with this Node, as root. It
 * sees the files of this machine and can write none but those in `folder`, which is /run/rig there.
 *
 * @param folder empty; holds afterwards what the program left.
 * @returns what the guest said on its console.
 */
export async function runGuest(folder: string, program: string): Promise<string> {
  const image = await buildGuestImage(folder);
  await writeFile(join(folder, 'start'), `TMPDIR=/run exec ${quoted(process.execPath)} ${quoted(program)}\n`);
  const qemu = startOwnedProcess('qemu-system-x86_64', qemuArguments(image, folder), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let console = '';
  for (const stream of [qemu.child.stdout, qemu.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (console += text));
  }
  const hanging = setTimeout(() => void qemu.stop(), HANGS_MS);
  await once(qemu.child, 'close');
  clearTimeout(hanging);
  return console;
}

function qemuArguments(image: { kernel: string; initrd: string }, folder: string): string[] {
  const share = (path: string, tag: string, more = ''): string[] => [
    '-virtfs',
    `local,path=${path.replaceAll(',', ',,')},mount_tag=${tag},security_model=none,multidevs=remap${more}`,
  ];
  return [
    // Without the processor's help: a machine that is a guest itself often has none to give.
    ...['-accel', 'tcg,thread=multi', '-smp', '2', '-m', '1024'],
    ...['-nographic', '-no-reboot', '-nic', 'none'],
    ...['-kernel', image.kernel, '-initrd', image.initrd],
    ...['-append', 'console=ttyS0 quiet oops=panic panic=-1 rdinit=/init'],
    ...share('/', 'root', ',readonly=on'),
    ...share(folder, 'rig'),
  ];
}

/** A text as one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
