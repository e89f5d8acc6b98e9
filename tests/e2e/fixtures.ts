import { mkdir } from 'node:fs/promises';
import { test as base } from '@playwright/test';
import { resolveElectron, type ElectronRuntime } from '../../build/electron/resolve-electron.ts';
import { repoRoot } from '../../build/run/repo-root.ts';
import { startDisplays, type Displays } from '../support/displays/start-displays.ts';
import { launchTill, type Till } from '../support/till/launch-till.ts';

export { expect } from '@playwright/test';
export type { Till } from '../support/till/launch-till.ts';

export type LaunchOptions = {
  /** Another data folder than the test's own, for a till that starts on what an earlier one left. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Switches behind the app's path, such as `--password-store=gnome-libsecret`. */
  readonly args?: readonly string[];
  /** Another app than the one of this repository. */
  readonly appPath?: string;
};

type WorkerFixtures = {
  readonly electron: ElectronRuntime;
  /** Two monitors of a private X server: DUMMY0 the cashier's, DUMMY1 the customer's. */
  readonly displays: Displays;
};

type TestFixtures = {
  /** Both monitors are lit in their places when a test starts, whatever the one before did. */
  readonly freshDisplays: void;
  /** An empty folder of this test's own. */
  readonly dataDir: string;
  /** Starts the app on both monitors; ends it after the test, and fails the test if it leaves processes behind. */
  readonly launchApp: (options?: LaunchOptions) => Promise<Till>;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  electron: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of a fixture's needs off the pattern
    async ({}, use) => use(await resolveElectron({ quiet: true })),
    { scope: 'worker' },
  ],

  displays: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const displays = await startDisplays();
      await use(displays);
      await displays.stop();
    },
    { scope: 'worker' },
  ],

  freshDisplays: [
    async ({ displays }, use) => {
      await displays.reset();
      await use();
    },
    { auto: true },
  ],

  // oxlint-disable-next-line no-empty-pattern -- as above
  dataDir: async ({}, use, testInfo) => {
    const folder = testInfo.outputPath('data');
    await mkdir(folder, { recursive: true });
    await use(folder);
  },

  launchApp: async ({ electron, displays, dataDir }, use, testInfo) => {
    const tills: Till[] = [];
    await use(async (options = {}) => {
      const own = { appPath: repoRoot, dataDir, ...options };
      const till = await launchTill({ ...own, electron, displayEnv: displays.env });
      tills.push(till);
      return till;
    });

    if (testInfo.status !== testInfo.expectedStatus) {
      const picture = testInfo.outputPath('screens.png');
      await displays.photograph(picture);
      await testInfo.attach('both screens', { path: picture, contentType: 'image/png' });
      const output = tills.map((till) => till.output()).join('\n--- next start ---\n');
      await testInfo.attach('output of the app', { body: output, contentType: 'text/plain' });
    }
    const left: string[] = [];
    for (const till of tills) left.push(...(await till.reap()));
    if (left.length > 0) throw new Error(`the app left processes behind: ${left.join(', ')}`);
  },
});
