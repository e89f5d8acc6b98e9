import { join } from 'node:path';

/** Where the packager puts the app's executable, for each system it packs for. */
export function packedExecutable(appFolder: string, platform: string, productName: string): string {
  if (platform === 'win32') return join(appFolder, `${productName}.exe`);
  if (platform === 'darwin') return join(appFolder, `${productName}.app`);
  return join(appFolder, 'balcao');
}
