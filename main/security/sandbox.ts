import type { App } from 'electron';

/**
 * Enables the sandbox for every process, whatever the preferences of a window are. The call also removes `--no-sandbox` from
 * the command line. On Linux that is too late for half of the sandbox: pages keep their filter of system calls, but the process
 * that starts them has run without namespaces and without an empty root. So an installed till does not start with the switch
 * (`start/allowed-arguments.ts`). One exception: for root, as in a container, Chromium cannot create a sandbox and ends. There
 * the switch stays. Each window asks for its sandbox too.
 */
export function enforceSandbox(
  app: Pick<App, 'enableSandbox' | 'commandLine'>,
  userId: number | undefined,
): void {
  if (userId === 0 && app.commandLine.hasSwitch('no-sandbox')) return;
  app.enableSandbox();
}
