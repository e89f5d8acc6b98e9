import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test';
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
  /**
   * Leaves nothing of the app alive. Gives the processes that main left behind when it had ended by itself:
   * each of them is a fault of the app.
   */
  reap(): Promise<string[]>;
};

export type TillOptions = {
  readonly electron: ElectronRuntime;
  /** Folder of the app to start: the repository, with its built `out/`. */
  readonly appPath: string;
  /** Electron's userData: everything the till keeps. */
  readonly dataDir: string;
  readonly displayEnv: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
};

/** How long main's children may outlive it, ms. */
const ORPHAN_MS = 5_000;

/** How long Playwright may take to start the app and to attach to it, ms. */
const ATTACH_MS = 20_000;

/**
 * Now and then, on a busy machine, Playwright never hears that it may go on, while the app behind it is up and well.
 * It ends that app itself; a second start of the same folder is what a person would do.
 */
function attach(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  return _electron.launch(options).catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return _electron.launch(options);
  });
}

/** Starts the real app in real Electron. It is the caller's task to `reap` it. */
export async function launchTill(options: TillOptions): Promise<Till> {
  const { electron, dataDir } = options;
  const own = options.args ?? [];
  // The keychain is asked for by tests that bring one; by default there is none.
  const store = own.some((arg) => arg.startsWith('--password-store')) ? [] : ['--password-store=basic'];
  const app = await attach({
    executablePath: electron.executablePath,
    args: [...electron.args, ...store, options.appPath, `--user-data-dir=${dataDir}`, ...own],
    env: {
      ...(await tillEnvironment(homeBeside(dataDir))),
      ...electron.env,
      ...options.displayEnv,
      ...options.env,
    },
    timeout: ATTACH_MS,
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
