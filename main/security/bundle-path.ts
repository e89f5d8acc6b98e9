import { join, normalize, sep } from 'node:path';
import { isAppUrl } from './app-origin.ts';

/**
 * Returns the file of the bundle for an address. Null for another host, a folder, or a path out of the bundle in any spelling.
 */
export function bundlePath(root: string, address: string): string | null {
  if (!isAppUrl(address)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    // The address has a broken escape such as %E0%A4.
    return null;
  }
  // No file of the bundle has a percent sign (a second encoding), a Windows separator, a stream name or a NUL.
  if (/[%\\:\0]/.test(path) || path.endsWith('/')) return null;
  const file = normalize(join(root, path));
  return file.startsWith(root.endsWith(sep) ? root : root + sep) ? file : null;
}
