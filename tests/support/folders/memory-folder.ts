import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Linux: a file system in memory (tmpfs), for everybody. */
const SHARED_MEMORY = '/dev/shm';
/** What all tests together may need, bytes. */
const NEEDED = 2 * 2 ** 30;

/**
 * Puts the temporary folders of the tests into memory, where the machine can: a till waits for the disk after each act, and on
 * a slow disk this is most of the time of a test. Returns what removes them. A killed process loses nothing of such a file,
 * and power cuts have a file system of their own.
 */
export function setup(): () => void {
  if (!hasRoom()) return () => undefined;
  const folder = mkdtempSync(join(SHARED_MEMORY, 'balcao-tests-'));
  // As in /tmp, the helpers of a print server reach their own folder in it.
  chmodSync(folder, 0o711);
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

function hasRoom(): boolean {
  if (!existsSync(SHARED_MEMORY)) return false;
  const { bavail, bsize } = statfsSync(SHARED_MEMORY);
  return bavail * bsize >= NEEDED;
}
