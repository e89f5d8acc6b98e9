import { spawn } from 'node:child_process';

export type CommandResult = {
  /** The exit code. Null for a killed command. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
};

export type CommandOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Kills the command after this many milliseconds. Default: no limit. */
  readonly timeoutMs?: number;
};

/**
 * Runs a program to its end and returns its output. If it fails or is missing, returns a `code` that is not 0, so that each
 * caller can say what that means.
 */
export async function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let timedOut = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const limit =
    options.timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, options.timeoutMs);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      clearTimeout(limit);
      resolve({ code: null, stdout, stderr: error.message, timedOut });
    });
    child.once('close', (code) => {
      clearTimeout(limit);
      resolve({ code, stdout, stderr, timedOut });
    });
  });
}

/** Does the same as `runCommand` for steps that must succeed: throws with the last output of the program. */
export async function mustRun(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const result = await runCommand(program, args, options);
  if (result.code !== 0) {
    const why = result.timedOut ? 'took too long' : (result.stderr || result.stdout).trim().slice(-2000);
    throw new Error(`${[program, ...args].join(' ')} failed: ${why}`);
  }
  return result.stdout;
}
