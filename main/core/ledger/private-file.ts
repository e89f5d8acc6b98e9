import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';

/** Writes a small file that only its owner can read, completely or not at all. Throws the file system's error. */
export function writePrivateFile(path: string, content: string): void {
  const draft = `${path}.${process.pid}.part`;
  try {
    rmSync(draft, { force: true });
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * Returns the text of a file that belongs to this account. Null if there is none, if it is a symbolic link, or if it belongs to
 * another account: another program may have put it there. Takes the rights of others away. Throws the file system's error.
 */
export function readPrivateFile(path: string): string | null {
  let file: number;
  try {
    // Windows has neither O_NOFOLLOW nor owners by number.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ELOOP') return null;
    throw error;
  }
  try {
    const { uid } = fstatSync(file);
    if (process.getuid !== undefined && uid !== process.getuid()) return null;
    fchmodSync(file, 0o600);
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}
