/** The longest wait for the call, ms. */
const GIVE_UP_MS = 3_000;

/**
 * Playwright calls `__playwright_run()` in main when it follows the app's pages. It misses a page that loads in that moment,
 * and the launch hangs. So under test the first window waits for the call. Resolves at once if Playwright did not start the
 * app.
 */
export function untilAttached(argv: readonly string[]): Promise<void> {
  if (!argv.includes('--remote-debugging-port=0')) return Promise.resolve();
  return new Promise((resolve) => {
    const release = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(release, GIVE_UP_MS);
    Object.assign(globalThis, { __playwright_run: release });
  });
}
