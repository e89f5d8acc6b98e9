/**
 * Playwright, when it launches an app, calls `__playwright_run()` in main once it follows the app's pages. A page that
 * is loaded in that very moment is lost to it and the launch hangs, so under test the first window waits for the call.
 */
const GIVE_UP_MS = 3_000;

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
