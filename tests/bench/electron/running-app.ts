import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { killGroup } from '../../support/till/process-group.ts';
import { tillEnvironment } from '../../support/till/till-environment.ts';
import { connectDevtools, type Devtools } from './devtools.ts';
import type { Stage } from './stage.ts';

export interface RunningApp {
  readonly devtools: Devtools;
  /** When its program was started, epoch ms. */
  readonly startedAt: number;
  /** Process group of main and all that it started. */
  readonly group: number;
  /** Ends everything at once. */
  kill(): Promise<void>;
}

/** Starts an app in Electron on both monitors, with DevTools listening and nothing else added. */
export async function startApp(stage: Stage, appPath: string, dataDir: string): Promise<RunningApp> {
  const { electron, displays } = stage;
  mkdirSync(dataDir, { recursive: true });
  const env = { ...(await tillEnvironment(`${dataDir}-home`)), ...displays.env };
  const switches = ['--remote-debugging-port=0', '--password-store=basic'];
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(
    electron.executablePath,
    [...electron.args, ...switches, appPath, `--user-data-dir=${dataDir}`],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'], env },
  );
  const group = child.pid;
  if (group === undefined) throw new Error(`${electron.executablePath} could not be started`);
  let said = '';
  const address = await new Promise<string | null>((resolve) => {
    createInterface(child.stderr).on('line', (line) => {
      said = `${said}${line}\n`.slice(-2000);
      const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => resolve(null));
  });
  if (address === null) throw new Error(`the app ended: ${said}`);
  const devtools = await connectDevtools(address);
  return {
    devtools,
    startedAt,
    group,
    async kill() {
      devtools.close();
      await killGroup(group);
    },
  };
}
