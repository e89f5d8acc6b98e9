import { spawn } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { apiClient, type ApiClient } from './http-call.ts';
import { readEvents, type EventReader } from './event-reader.ts';

const HEADLESS = fileURLToPath(new URL('../../../main/core/headless.ts', import.meta.url));
/** Node's compile cache of the sources. It makes the starts of a test with hundreds of lives a third shorter. */
const COMPILED = join(repoRoot, 'node_modules', '.cache', 'headless');

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Headless extends ApiClient {
  readonly url: string;
  readonly tokenFile: string;
  readonly exit: Promise<Exit>;
  stderr(): string;
  kill(signal: NodeJS.Signals): Promise<Exit>;
  events(lastEventId?: string): Promise<EventReader>;
}

function launch(program: string, args: readonly string[]) {
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'pipe'], env });
  // A killed process reads nothing any more.
  child.stdin.on('error', () => undefined);
  let stdout = '';
  let stderr = '';
  const line = Promise.withResolvers<string>();
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (stdout.includes('\n')) line.resolve(stdout.slice(0, stdout.indexOf('\n')));
  });
  const exit = new Promise<Exit>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  // A test that fails must not leave a till behind.
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  const begin = (told: string): void => void child.stdin.end(`${told}\n`);
  return { child, exit, line: line.promise, stderr: () => stderr, begin };
}

/** Runs the headless till as people do, for arguments that it refuses. */
export function runHeadless(...args: readonly string[]): Promise<Exit> {
  return launch(HEADLESS, args).exit;
}

/** Starts the headless till and waits for its ready line. It ends with the test. */
export function startHeadless(...args: readonly string[]): Promise<Headless> {
  return warmUp(HEADLESS, ...args)().ready;
}

/** A running program with the output of the headless till. */
export interface Launched {
  /** Rejects with its standard error if it ends before it is ready. */
  readonly ready: Promise<Headless>;
  kill(signal: NodeJS.Signals): Promise<Exit>;
}

/**
 * Starts a program that waits for a line before it begins. Its code is loaded meanwhile, which is most of a start.
 * Returns what sends the line.
 */
export function warmUp(program: string, ...args: readonly string[]): (told?: string) => Launched {
  const { child, exit, line, stderr, begin } = launch(program, args);
  const kill = (signal: NodeJS.Signals): Promise<Exit> => {
    child.kill(signal);
    return exit;
  };
  const ready = async (): Promise<Headless> => {
    const first = await Promise.race([line, exit.then((end) => Promise.reject(new Error(end.stderr)))]);
    const told = JSON.parse(first) as { ready: true; api: string; tokenFile: string };
    const token = readFileSync(told.tokenFile, 'utf8').trim();
    return {
      ...apiClient(told.api, token),
      url: told.api,
      tokenFile: told.tokenFile,
      exit,
      stderr,
      kill,
      events: (lastEventId) => readEvents(told.api, token, lastEventId),
    };
  };
  return (told = 'begin') => {
    begin(told);
    return { ready: ready(), kill };
  };
}

/** Writes a file of a shop's secrets with the mode that it must have, or another one. */
export function secretFile(path: string, content: unknown, mode = 0o600): string {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  chmodSync(path, mode);
  return path;
}
