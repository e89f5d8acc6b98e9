import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  // Playwright empties this folder at each start, so it is not the one that other tools report into.
  outputDir: 'test-results/e2e',
  preserveOutput: 'failures-only',
  globalSetup: './tests/e2e/global-setup.ts',
  // A till owns both screens, the keyboard and the clipboard: each worker has an X server of its own. A till mostly waits.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: { trace: 'off' },
});
