import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { startOwnedProcess } from './owned-process.ts';
import { xorgConfig } from './xorg-config.ts';

export type XServer = {
  /** The value of DISPLAY, such as `:1`. */
  readonly display: string;
  /** A temporary folder that is removed when the server stops. */
  readonly folder: string;
  stop(): Promise<void>;
};

/**
 * Starts a private X server. With `-displayfd` the server chooses a free number and writes it when it accepts connections. So
 * two test runs never use the same number, and no wait is guessed.
 */
export async function startXorg(): Promise<XServer> {
  const folder = await mkdtemp(join(tmpdir(), 'balcao-displays-'));
  const logFile = join(folder, 'xorg.log');
  await writeFile(join(folder, 'xorg.conf'), xorgConfig);
  const args = ['-displayfd', '3', '-config', 'xorg.conf', '-logfile', logFile];
  // The screens are never blanked, connections from outside are refused, and the console of the machine is unchanged.
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
