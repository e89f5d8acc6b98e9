import type { App } from 'electron';

/**
 * Enables the sandbox for every process, whatever the preferences of a window are. The call also removes `--no-sandbox` from
 * the command line, so no till starts without the sandbox. One exception: for root, as in a container, Chromium cannot create a
 * sandbox and ends. There the switch stays. Each window asks for its sandbox too.
 */
export function enforceSandbox(
  app: Pick<App, 'enableSandbox' | 'commandLine'>,
  userId: number | undefined,
): void {
  if (userId === 0 && app.commandLine.hasSwitch('no-sandbox')) return;
  app.enableSandbox();
}
