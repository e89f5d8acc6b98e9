import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const HUNG = fileURLToPath(new URL('../../support/core/hung-process.ts', import.meta.url));

it.each([0, 70])('ends a process with a thread that hangs in the system, with code %i', async (code) => {
  const child = spawn(process.execPath, [HUNG, String(code)], { stdio: 'inherit' });
  expect(await once(child, 'exit')).toEqual([code, null]);
});
