import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { coreNode } from '../../../build/electron/core-node.ts';
import { repoRoot } from '../../../build/run/repo-root.ts';

export interface HeadlessTill {
  readonly api: string;
  readonly token: string;
  /** From starting the program to its line that it is ready, ms. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** Starts the headless till as `npm run headless` does, and waits until it says that it is ready. */
export function startHeadless(dataDir: string, args: readonly string[] = []): Promise<HeadlessTill> {
  const program = join(repoRoot, 'main', 'core', 'headless.ts');
  return startProgram(program, ['--data-dir', dataDir, '--api-port', '0', ...args]);
}

/** Starts a program of Node that says in one line where its API is. */
export async function startProgram(program: string, args: readonly string[]): Promise<HeadlessTill> {
  const startedAt = performance.now();
  const child = spawn(coreNode(), [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]) => String(text)),
    once(child, 'exit').then(() => null),
  ]);
  const startMs = performance.now() - startedAt;
  if (line === null) throw new Error(`${program} ended: ${said.trim()}`);
  const ready = JSON.parse(line) as { api: string; tokenFile: string };
  return {
    api: ready.api,
    token: readFileSync(ready.tokenFile, 'utf8').trim(),
    startMs,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
