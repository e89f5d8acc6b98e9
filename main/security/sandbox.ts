import type { App } from 'electron';

/**
 * The sandbox for every process, whatever a window's preferences should say. The call also strikes `--no-sandbox` off
 * the command line, so nobody starts a till without it. One exception: as root, as in a container, Chromium cannot
 * make a sandbox and ends itself; there the switch is left standing. Each window asks for its own sandbox all the same.
 */
export function enforceSandbox(
  app: Pick<App, 'enableSandbox' | 'commandLine'>,
  userId: number | undefined,
): void {
  if (userId === 0 && app.commandLine.hasSwitch('no-sandbox')) return;
  app.enableSandbox();
}
