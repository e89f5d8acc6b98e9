import { spawn, type ChildProcess } from 'node:child_process';

/** Exit codes of a shell: ended by a signal, and could not be started. */
const KILLED = 137;
const NOT_STARTED = 127;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type ShownOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** For tools without a person: after this many milliseconds the program is killed with its children. */
  readonly timeoutMs?: number;
};

/**
 * Runs a program with its output on the terminal. Passes signals on to it.
 *
 * @returns its exit code.
 */
export function runShown(
  program: string,
  args: readonly string[],
  options: ShownOptions = {},
): Promise<number> {
  // A process group can be ended as a whole and has no keyboard, so it is only for tools that need none.
  const detached = options.timeoutMs !== undefined && process.platform !== 'win32';
  const env = options.env ?? process.env;
  const child = spawn(program, args, { cwd: options.cwd, env, stdio: 'inherit', detached });

  const handOn = (signal: NodeJS.Signals) => {
    // Ctrl+C reaches all processes of the terminal's group. A second signal would interrupt their end.
    const hasItAlready = signal === 'SIGINT' && !detached && process.stdin.isTTY;
    if (!hasItAlready) send(child, signal, detached);
  };
  for (const signal of SIGNALS) process.on(signal, handOn);
  const { timeoutMs } = options;
  const limit =
    timeoutMs === undefined ? undefined : setTimeout(() => send(child, 'SIGKILL', detached), timeoutMs);

  return new Promise((resolve) => {
    const finish = (code: number) => {
      clearTimeout(limit);
      for (const signal of SIGNALS) process.off(signal, handOn);
      resolve(code);
    };
    child.once('error', () => finish(NOT_STARTED));
    child.once('exit', (code) => finish(code ?? KILLED));
  });
}

function send(child: ChildProcess, signal: NodeJS.Signals, toGroup: boolean): void {
  if (child.pid === undefined) return;
  try {
    process.kill(toGroup ? -child.pid : child.pid, signal);
  } catch {
    // It has ended.
  }
}
