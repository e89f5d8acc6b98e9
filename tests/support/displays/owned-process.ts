import { once } from 'node:events';
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';

export type OwnedProcess = {
  readonly child: ChildProcess;
  /** Ends the process and waits until it is gone. Safe to call twice. */
  stop(): Promise<void>;
};

/** The time for a regular end before the process is killed, ms. */
const STOP_TIMEOUT_MS = 5_000;

/**
 * Starts a background program that cannot outlive this process: `setpriv` (util-linux, on every Debian)
 * has the kernel end it when its parent dies, even when the parent is killed outright.
 */
export function startOwnedProcess(
  program: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string; readonly stdio: StdioOptions },
): OwnedProcess {
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', program, ...args], options);
  // Without a listener a missing program would end the whole test run; the caller's poll reports it.
  child.on('error', () => undefined);
  const isGone = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

  return {
    child,
    async stop() {
      if (isGone()) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await gone;
      clearTimeout(killer);
    },
  };
}
