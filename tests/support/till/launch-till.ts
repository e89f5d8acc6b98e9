import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { ElectronRuntime } from '../../../build/electron/resolve-electron.ts';
import { killGroup, reapGroup } from './process-group.ts';
import { homeBeside, tillEnvironment } from './till-environment.ts';
import { windowByUrl } from './window-by-url.ts';

export type Till = {
  readonly app: ElectronApplication;
  readonly dataDir: string;
  /** Process id of main, and of the process group that holds all of the app. */
  readonly pid: number;
  cashier(): Promise<Page>;
  customer(): Promise<Page>;
  /** What the app has written to stdout and stderr since its main process was up. */
  output(): string;
  /** Ends everything at once, as a power cut does. */
  kill(): Promise<void>;
  /** Ends all processes of the app. Returns those that main left behind after its end. Each of them is a fault of the app. */
  reap(): Promise<string[]>;
};

export type TillOptions = {
  readonly electron: ElectronRuntime;
  /** Folder of the app to start: the repository, with its built `out/`. */
  readonly appPath: string;
  /** Electron's userData: the till's data folder. */
  readonly dataDir: string;
  readonly displayEnv: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
};

/** The time for main's children after its end, ms. */
const ORPHAN_MS = 5_000;

/** Starts the real app in real Electron. The caller must `reap` it. */
export async function launchTill(options: TillOptions): Promise<Till> {
  const { electron, dataDir } = options;
  const own = options.args ?? [];
  // Tests with a keychain ask for it. By default there is none.
  const store = own.some((arg) => arg.startsWith('--password-store')) ? [] : ['--password-store=basic'];
  const app = await _electron.launch({
    executablePath: electron.executablePath,
    // Another test's till may have the usual port of the API, and the till would say so on its screen.
    args: [...electron.args, ...store, options.appPath, `--user-data-dir=${dataDir}`, '--api-port=0', ...own],
    env: {
      ...(await tillEnvironment(homeBeside(dataDir))),
      // The first window waits until Playwright follows the app, because Playwright misses one that loads in that moment.
      BALCAO_TEST: '1',
      ...options.displayEnv,
      ...options.env,
    },
    timeout: 30_000,
  });
  const main = app.process();
  const pid = main.pid as number;
  let written = '';
  for (const stream of [main.stdout, main.stderr]) stream?.on('data', (chunk) => (written += String(chunk)));

  return {
    app,
    dataDir,
    pid,
    cashier: () => windowByUrl(app, 'cashier'),
    customer: () => windowByUrl(app, 'customer'),
    output: () => written,
    kill: () => killGroup(pid),
    async reap() {
      const isRunning = main.exitCode === null && main.signalCode === null;
      if (!isRunning) return reapGroup(pid, ORPHAN_MS);
      await killGroup(pid);
      return [];
    },
  };
}
