import { access, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { startOwnedProcess } from '../displays/owned-process.ts';
import { pollUntil } from '../displays/poll-until.ts';
import type { FakeTcpPrinter } from './fake-tcp-printer.ts';

/** A terminal line of the kernel, with a printer at its other end. */
export interface SerialCable {
  /** The device file of the app's end: `/dev/pts/7`. */
  readonly path: string;
  /** Stops the transfer without a loss. */
  block(): void;
  unplug(): Promise<void>;
}

/** Plugs a serial line into a printer: a pseudo-terminal, raw, carried to the printer's port by socat. */
export async function plugSerialCable(folder: string, printer: FakeTcpPrinter): Promise<SerialCable> {
  const link = join(folder, printer.address);
  const socat = startOwnedProcess('socat', [`pty,rawer,link=${link}`, `tcp:${printer.id}`], {
    stdio: 'ignore',
  });
  await pollUntil('the serial line is there', async () =>
    access(link).then(
      () => true,
      () => undefined,
    ),
  );
  return {
    path: await realpath(link),
    block: () => void socat.child.kill('SIGSTOP'),
    async unplug() {
      socat.child.kill('SIGCONT');
      await socat.stop();
    },
  };
}
