import { mustRun } from '../../../build/run/run-command.ts';
import { lightArguments, modeName, type OutputName } from './outputs.ts';
import { photograph } from './photograph.ts';
import { pollUntil } from './poll-until.ts';
import { startXorg } from './start-xorg.ts';

export type Displays = {
  /** Value for DISPLAY, such as `:1`. */
  readonly display: string;
  /** Environment that brings a program onto these displays. */
  readonly env: Readonly<Record<string, string>>;
  /** Takes a monitor away, as pulling its cable does. Done when the X server says so. */
  unplug(output: OutputName): Promise<void>;
  /** Puts a monitor back in its old place. */
  replug(output: OutputName): Promise<void>;
  /** Writes what stands on the screens to a PNG file: both, or one of them. */
  photograph(file: string, output?: OutputName): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a private desktop of two monitors, 1280x1024 and to its right 1024x768. */
export async function startDisplays(): Promise<Displays> {
  const server = await startXorg();
  const env = { DISPLAY: server.display };
  const xrandr = (...args: string[]) => mustRun('xrandr', args, { env: { ...process.env, ...env } });

  const isLit = async (output: OutputName) => {
    const line = (await xrandr('--query')).split('\n').find((text) => text.startsWith(`${output} `));
    return line !== undefined && /\d+x\d+\+\d+\+\d+/.test(line);
  };
  const waitFor = (output: OutputName, lit: boolean) =>
    pollUntil(`${output} ${lit ? 'on' : 'off'}`, async () => ((await isLit(output)) === lit ? lit : undefined));

  try {
    await xrandr('--addmode', 'DUMMY1', modeName('DUMMY1'));
    await xrandr(...lightArguments('DUMMY0'), '--primary', ...lightArguments('DUMMY1'));
    await waitFor('DUMMY0', true);
    await waitFor('DUMMY1', true);
  } catch (error) {
    await server.stop();
    throw error;
  }

  return {
    display: server.display,
    env,
    async unplug(output) {
      await xrandr('--output', output, '--off');
      await waitFor(output, false);
    },
    async replug(output) {
      await xrandr(...lightArguments(output));
      await waitFor(output, true);
    },
    photograph: (file, output) => photograph(server.display, file, output),
    stop: server.stop,
  };
}
