import { join } from 'node:path';

/** Returns the path of the packed app's executable for a system. */
export function packedExecutable(appFolder: string, platform: string, productName: string): string {
  if (platform === 'win32') return join(appFolder, `${productName}.exe`);
  if (platform === 'darwin') return join(appFolder, `${productName}.app`);
  return join(appFolder, 'balcao');
}
