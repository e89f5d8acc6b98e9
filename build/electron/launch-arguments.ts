import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';

/** The size of /dev/shm that Chromium needs for the memory of pages. Small containers have 64 MiB, which kills pages. */
const SHM_NEEDED_BYTES = 256 * 1024 * 1024;

/** Returns the switches that Chromium needs on this machine. Empty on an ordinary desktop. */
export async function launchArguments(): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  // Since Electron 38 a Wayland session runs natively, and there a window cannot be put on a chosen monitor.
  const args = ['--ozone-platform=x11'];
  // Chromium refuses to start its sandbox as root.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  if (!existsSync('/dev/dri')) args.push('--disable-gpu');
  if ((await sharedMemoryBytes()) < SHM_NEEDED_BYTES) args.push('--disable-dev-shm-usage');
  return args;
}

async function sharedMemoryBytes(): Promise<number> {
  try {
    const { bavail, bsize } = await statfs('/dev/shm');
    return bavail * bsize;
  } catch {
    // There is no /dev/shm.
    return 0;
  }
}
