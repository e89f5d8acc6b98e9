import { extname } from 'node:path';

/** The types of files in the bundle. Another type is not served: with `nosniff` a page could not use it. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};

/** Returns the content type of a file, or null if it is not served. */
export function contentType(file: string): string | null {
  return TYPES[extname(file).toLowerCase()] ?? null;
}
