import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { groupMembers, killGroup } from '../till/process-group.ts';

export interface PackedRun {
  /** The exit code. Null if a signal ended it. */
  readonly ended: Promise<number | null>;
  hasEnded(): boolean;
  /** What it wrote to stdout and stderr. */
  output(): string;
  /** The process ids of main and of everything that it started, with their names. */
  members(): Promise<string[]>;
  readonly pid: number;
  kill(): Promise<void>;
}

/** An account without rights, as which a test that runs as root starts the app. */
const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

/**
 * Starts the packed app as a person would, without a driver.
 *
 * @param asNobody true: as an account without rights, also if the tests run as root.
 */
export function startPacked(
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  asNobody = false,
): PackedRun {
  const command = asNobody && process.getuid?.() === 0 ? [...NOBODY, executable] : [executable];
  const [program = executable, ...before] = command;
  const child = spawn(program, [...before, ...args], {
    env,
    cwd: tmpdir(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${executable} could not be started`);
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (written += String(text)));
  let isOver = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      isOver = true;
      resolve(code);
    });
  });
  return {
    ended,
    hasEnded: () => isOver,
    output: () => written,
    members: () => groupMembers(pid),
    pid,
    kill: () => killGroup(pid),
  };
}
