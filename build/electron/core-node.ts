import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Returns the Node executable of the tools (npm package `node`), whatever Node is on PATH. */
export function coreNode(): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const executable = join(dirname(require.resolve('node/package.json')), 'bin', name);
  return existsSync(executable) ? executable : process.execPath;
}
