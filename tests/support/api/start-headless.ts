import { spawn } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { apiClient, type ApiClient } from './http-call.ts';
import { readEvents, type EventReader } from './event-reader.ts';

const HEADLESS = fileURLToPath(new URL('../../../main/core/headless.ts', import.meta.url));

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

function launch(args: readonly string[]) {
  const child = spawn(process.execPath, [HEADLESS, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
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
  return { child, exit, line: line.promise, stderr: () => stderr };
}

/** Runs the headless till as people do, for arguments that it refuses. */
export function runHeadless(...args: readonly string[]): Promise<Exit> {
  return launch(args).exit;
}

/** Starts the headless till and waits for its ready line. It ends with the test. */
export async function startHeadless(...args: readonly string[]): Promise<Headless> {
  const { child, exit, line, stderr } = launch(args);
  const first = await Promise.race([line, exit.then((end) => Promise.reject(new Error(end.stderr)))]);
  const ready = JSON.parse(first) as { ready: true; api: string; tokenFile: string };
  const token = readFileSync(ready.tokenFile, 'utf8').trim();
  return {
    ...apiClient(ready.api, token),
    url: ready.api,
    tokenFile: ready.tokenFile,
    exit,
    stderr,
    kill(signal) {
      child.kill(signal);
      return exit;
    },
    events: (lastEventId) => readEvents(ready.api, token, lastEventId),
  };
}

/** Writes a file of a shop's secrets with the mode that it must have, or another one. */
export function secretFile(path: string, content: unknown, mode = 0o600): string {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  chmodSync(path, mode);
  return path;
}
