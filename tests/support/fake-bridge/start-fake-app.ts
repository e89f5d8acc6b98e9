import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { build } from 'vite';
import type { ElectronRuntime } from '../../../build/electron/resolve-electron.ts';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { tillEnvironment } from '../till/till-environment.ts';

export interface FakeApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The answers of the page's next calls. */
  replies(replies: object): Promise<void>;
  push(topic: string, payload: unknown): Promise<void>;
}

/** Opens one of the built pages in real Electron, with the app's own scheme, policy and sandbox, and no core. */
export async function startFakeApp(
  electron: ElectronRuntime,
  env: Readonly<Record<string, string>>,
  homeFolder: string,
  pages = join(repoRoot, 'out', 'renderer'),
): Promise<FakeApp> {
  // Another app may start at the same time, so each has a folder.
  const folder = join(homeFolder, 'fake-app');
  await bundle('main.ts', folder, 'main.mjs', 'es');
  await bundle('preload.ts', folder, 'preload.cjs', 'cjs');
  const app = await _electron.launch({
    executablePath: electron.executablePath,
    args: [...electron.args, join(folder, 'main.mjs'), `--user-data-dir=${homeFolder}`],
    timeout: 60_000,
    env: { ...(await tillEnvironment(homeFolder)), ...env, BALCAO_PAGES: pages },
  });
  const page = await app.firstWindow();
  const send = (channel: string, ...args: readonly unknown[]): Promise<void> =>
    app.evaluate(
      ({ BrowserWindow }, [name, values]) => {
        BrowserWindow.getAllWindows()[0]?.webContents.send(name, ...values);
      },
      [channel, args] as const,
    );
  return {
    app,
    page,
    replies: (replies) => send('fake:replies', replies),
    push: (topic, payload) => send('fake:push', topic, payload),
  };
}

async function bundle(entry: string, folder: string, file: string, format: 'es' | 'cjs'): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'app', entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { external: ['electron'], output: { format, entryFileNames: file } },
    },
  });
}
