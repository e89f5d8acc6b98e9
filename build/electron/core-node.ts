import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * Returns the Node executable of the tools, whatever Node is on PATH. It comes from the npm package of this system
 * (`build/node/package.json`). A system without a package uses the Node that runs this.
 */
export function coreNode(): string {
  const isWindows = process.platform === 'win32';
  const system = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
  try {
    const folder = dirname(require.resolve(`${system}/package.json`));
    const executable = join(folder, 'bin', isWindows ? 'node.exe' : 'node');
    return existsSync(executable) ? executable : process.execPath;
  } catch {
    return process.execPath;
  }
}
