import { join, normalize, sep } from 'node:path';
import { isAppUrl } from './app-origin.ts';

/**
 * The file of the bundle that an address means, or null when it means none: another host, a folder, or a path that
 * leaves the bundle in whatever spelling.
 */
export function bundlePath(root: string, address: string): string | null {
  if (!isAppUrl(address)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    // A broken escape such as %E0%A4.
    return null;
  }
  // A second decoding elsewhere, a Windows separator, a stream name or a NUL has no business in a bundle.
  if (/[%\\:\0]/.test(path) || path.endsWith('/')) return null;
  const file = normalize(join(root, path));
  return file.startsWith(root.endsWith(sep) ? root : root + sep) ? file : null;
}
