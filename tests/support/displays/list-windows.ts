import { mustRun } from '../../../build/run/run-command.ts';

/** Returns the ids of all windows that the window manager of a desktop shows or has hidden, the system's dialogs included. */
export async function listWindows(display: string): Promise<string[]> {
  const line = await mustRun('xprop', ['-display', display, '-root', '_NET_CLIENT_LIST'], {
    timeoutMs: 10_000,
  });
  return [...line.matchAll(/0x[0-9a-f]+/g)].map(([id]) => id).sort();
}
