import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeApp, type FakeApp } from '../support/fake-bridge/start-fake-app.ts';
import { showTheme } from '../support/fit/axe-violations.ts';
import { USUAL_SIZE } from '../support/fit/sizes.ts';
import { test as base } from './fixtures.ts';

type WorkerFixtures = {
  /** One app for all tests of a worker. Each scene loads its page anew. */
  readonly fakeApp: FakeApp;
};

type TestFixtures = {
  /** The app in the light theme and in its usual size, whatever the test before did. */
  readonly fake: FakeApp;
};

/** The windows' pages in real Electron, without a core. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  fakeApp: [
    async ({ electron, displays }, use) => {
      const home = await mkdtemp(join(tmpdir(), 'balcao-fake-'));
      const fake = await startFakeApp(electron, displays.env, home);
      await use(fake);
      await fake.app.close();
      await rm(home, { recursive: true });
    },
    { scope: 'worker' },
  ],

  fake: async ({ fakeApp }, use) => {
    await fakeApp.page.setViewportSize(USUAL_SIZE);
    await showTheme(fakeApp.page, 'light');
    await use(fakeApp);
  },
});
