import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { startOwnedProcess } from './owned-process.ts';
import { xorgConfig } from './xorg-config.ts';

export type XServer = {
  /** Value for DISPLAY, such as `:1`. */
  readonly display: string;
  /** Temporary folder that goes when the server stops. */
  readonly folder: string;
  stop(): Promise<void>;
};

/**
 * Starts a private X server. `-displayfd` makes the server itself pick a free number and write it
 * once it takes connections, so two test runs never fight over one and nobody has to wait blindly.
 */
export async function startXorg(): Promise<XServer> {
  const folder = await mkdtemp(join(tmpdir(), 'balcao-displays-'));
  const logFile = join(folder, 'xorg.log');
  await writeFile(join(folder, 'xorg.conf'), xorgConfig);
  const args = ['-displayfd', '3', '-config', 'xorg.conf', '-logfile', logFile];
  // Nothing blanks the screens, nobody connects from outside, the console of the machine stays as it is.
  const quiet = ['-noreset', '-s', '0', '-dpms', '-nolisten', 'tcp', '-novtswitch', '-sharevts'];
  const server = startOwnedProcess('Xorg', [...args, ...quiet], {
    // Relative -config: as an ordinary user Xorg takes no absolute path.
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const number = await firstLine(server.child.stdio[3] as Readable);
    return { display: `:${number}`, folder, stop };
  } catch {
    const log = await readFile(logFile, 'utf8').catch(
      () => 'it wrote no log; is xserver-xorg-core installed?',
    );
    await stop();
    throw new Error(`Xorg did not start:\n${log.slice(-2000)}`);
  }
}

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    text += String(chunk);
    if (text.includes('\n')) return text.trim();
  }
  throw new Error('the stream ended before its first line');
}
