import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const HUNG = fileURLToPath(new URL('../../support/core/hung-process.ts', import.meta.url));

it('ends a process with a thread that hangs in the system', async () => {
  const child = spawn(process.execPath, [HUNG], { stdio: 'inherit' });
  expect(await once(child, 'exit')).toEqual(process.platform === 'win32' ? [1, null] : [null, 'SIGKILL']);
});
