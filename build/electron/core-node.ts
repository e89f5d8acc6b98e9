import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The Node executable the tools run on (npm package `node`), whatever Node the machine has on its PATH. */
export function coreNode(): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const executable = join(dirname(require.resolve('node/package.json')), 'bin', name);
  return existsSync(executable) ? executable : process.execPath;
}
