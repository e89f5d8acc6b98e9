import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a program with `node --import`: kills the process before a call that changes the disk. The variable BALCAO_DIE_AT
 * has the number of that call, from 0.
 */
const CALLS = ['renameSync', 'mkdirSync', 'writeSync', 'rmSync', 'cpSync'] as const;

let left = Number(process.env['BALCAO_DIE_AT']);
for (const name of CALLS) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  const counted = (...args: unknown[]): unknown => {
    if (left-- === 0) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
  Object.assign(fs, { [name]: counted });
}
syncBuiltinESMExports();
