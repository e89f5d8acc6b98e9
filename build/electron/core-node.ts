import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The name of Node's executable on a system. */
export const nodeFileName = (platform: NodeJS.Platform): string =>
  platform === 'win32' ? 'node.exe' : 'node';

/** The npm package that has the Node of a system (`build/node/package.json`). */
export const nodePackage = (platform: NodeJS.Platform, arch: string): string =>
  `node-${platform === 'win32' ? 'win' : platform}-${arch}`;

/**
 * Returns the Node executable of the tools and of the core, whatever Node is on PATH. It comes from the npm package of this
 * system. A system without a package uses the Node that runs this.
 */
export function coreNode(): string {
  const { platform, arch } = process;
  try {
    const folder = dirname(require.resolve(`${nodePackage(platform, arch)}/package.json`));
    const executable = join(folder, 'bin', nodeFileName(platform));
    return existsSync(executable) ? executable : process.execPath;
  } catch {
    return process.execPath;
  }
}
