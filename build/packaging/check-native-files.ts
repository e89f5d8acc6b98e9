import { open, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { HEAD_BYTES, nativeFile, type NativeFile } from './native-file.ts';
import { targetName, type Target } from './target.ts';

/** Packages without whose native file the core does not start or does not print. */
const NEEDED = [/\/better-sqlite3\//, /\/bindings-cpp\//, /\/koffi-/, /\/usb-/];

/**
 * Checks every native file of a packed app, by its content and not by its name. Throws if one is for another system than the
 * target, or if a package that the core needs has none.
 */
export async function checkNativeFiles(folder: string, target: Target): Promise<void> {
  const found = await nativeFilesIn(folder);
  const foreign = found.filter(({ file }) => !runsOn(file, target));
  if (foreign.length > 0) {
    const list = foreign.map(({ path, file }) => `${path}: ${file.platform}-${file.archs.join('+')}`);
    throw new Error(`the app for ${targetName(target)} has files for other systems:\n${list.join('\n')}`);
  }
  const missing = NEEDED.filter((needed) => !found.some(({ path }) => needed.test(path)));
  if (missing.length > 0) {
    throw new Error(`the app for ${targetName(target)} has no native file of: ${missing.join(', ')}`);
  }
}

function runsOn({ platform, archs }: NativeFile, target: Target): boolean {
  return platform === target.platform && archs.includes(target.arch);
}

interface Found {
  /** Relative, with slashes on every system. */
  readonly path: string;
  readonly file: NativeFile;
}

async function nativeFilesIn(folder: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = nativeFile(await headOf(path));
    if (file !== null) found.push({ path: relative(folder, path).replaceAll(sep, '/'), file });
  }
  return found;
}

async function headOf(path: string): Promise<Buffer> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}
