import { mustRun } from '../../../build/run/run-command.ts';
import { lightArguments, modeName, outputNames, type OutputName } from './outputs.ts';
import type { OwnedProcess } from './owned-process.ts';
import { photograph } from './photograph.ts';
import { pollUntil } from './poll-until.ts';
import { startWindowManager } from './start-window-manager.ts';
import { startXorg } from './start-xorg.ts';

export type Displays = {
  /** The value of DISPLAY, such as `:1`. */
  readonly display: string;
  /** Environment that brings a program onto these displays. */
  readonly env: Readonly<Record<string, string>>;
  /** Removes a monitor, as if its cable was unplugged. Resolves when the X server reports it. */
  unplug(output: OutputName): Promise<void>;
  /** Puts a monitor back in its old place, and the other one if the server moved it meanwhile. */
  replug(output: OutputName): Promise<void>;
  /** Both monitors on and in their places. */
  reset(): Promise<void>;
  /** Writes the picture of both screens, or of one, to a PNG file. */
  photograph(file: string, output?: OutputName): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a private desktop of two monitors, 1280x1024 and to its right 1024x768, with a window manager. */
export async function startDisplays(): Promise<Displays> {
  const server = await startXorg();
  let manager: OwnedProcess | undefined;
  const stop = async () => {
    await manager?.stop();
    await server.stop();
  };
  const env = { DISPLAY: server.display };
  const xrandr = (...args: string[]) => mustRun('xrandr', args, { env: { ...process.env, ...env } });

  const isLit = async (output: OutputName) => {
    const line = (await xrandr('--query')).split('\n').find((text) => text.startsWith(`${output} `));
    return line !== undefined && /\d+x\d+\+\d+\+\d+/.test(line);
  };
  const waitFor = (output: OutputName, lit: boolean) =>
    pollUntil(`${output} ${lit ? 'on' : 'off'}`, async () =>
      (await isLit(output)) === lit ? lit : undefined,
    );

  const reset = async () => {
    await xrandr(...lightArguments('DUMMY0'), '--primary', ...lightArguments('DUMMY1'));
    await waitFor('DUMMY0', true);
    await waitFor('DUMMY1', true);
  };

  try {
    await xrandr('--addmode', 'DUMMY1', modeName('DUMMY1'));
    await reset();
    manager = await startWindowManager(server.display, server.folder);
  } catch (error) {
    await stop();
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
      const lit = await Promise.all(outputNames.map(async (name) => (await isLit(name)) || name === output));
      await xrandr(...outputNames.flatMap((name, index) => (lit[index] ? lightArguments(name) : [])));
      await waitFor(output, true);
    },
    reset,
    photograph: (file, output) => photograph(server.display, file, output),
    stop,
  };
}
