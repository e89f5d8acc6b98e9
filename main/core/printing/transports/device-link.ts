import { close, constants, fstat, open, read, write } from 'node:fs';
import { promisify } from 'node:util';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { ByteLink, Fault } from './byte-link.ts';
import { codeOf, faultOf } from './fault-of.ts';
import { pause } from './within.ts';

/** The wait before a busy device is tried again, ms. */
const POLL_MS = 5;

const openFile = promisify(open);
const closeFile = promisify(close);
const statOf = promisify(fstat);
const readFrom = promisify(read);
const writeTo = promisify(write);
const NOTHING = Buffer.alloc(0);

/** Follows no symbolic link, and lets the device become no terminal of this process. */
const OPEN_FLAGS = constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY | constants.O_NOFOLLOW;

/**
 * Opens a device file as a link, without blocking. A blocking write to a printer without paper would hold one of Node's few
 * threads until a person brings paper. Refuses what is not a character device, such as an ordinary file, before any byte.
 */
export async function openDeviceFile(clock: Clock, path: string): Promise<Result<ByteLink, Fault>> {
  try {
    const fd = await openFile(path, OPEN_FLAGS);
    if ((await statOf(fd)).isCharacterDevice()) return ok(createDeviceLink(clock, fd));
    await closeFile(fd);
    return err({ reason: 'NOT_ALLOWED', detail: `not a character device: ${path}` });
  } catch (error) {
    return err(openingFault(error));
  }
}

/** ENODEV at opening: the file exists and the printer does not. */
function openingFault(error: unknown): Fault {
  const fault = faultOf(error, 'UNREACHABLE');
  return fault.reason === 'UNPLUGGED' ? { ...fault, reason: 'UNREACHABLE' } : fault;
}

function createDeviceLink(clock: Clock, fd: number): ByteLink {
  const release = async (): Promise<Fault | null> =>
    closeFile(fd).then(
      () => null,
      (error: unknown) => faultOf(error, 'UNPLUGGED'),
    );

  /** Returns the bytes that one call moved. 0 while the device is busy. */
  const unlessBusy = async (call: Promise<number | { bytesWritten: number }>): Promise<number> => {
    try {
      const moved = await call;
      return typeof moved === 'number' ? moved : moved.bytesWritten;
    } catch (error) {
      if (codeOf(error) === 'EAGAIN') return 0;
      throw error;
    }
  };

  /**
   * True if everything has arrived. usblp accepts a write at once and sends it later, and closing drops what is not sent. An
   * empty write waits for the writes before it and moves no byte, so its success proves that they have arrived.
   */
  const hasArrived = async (): Promise<boolean> => {
    try {
      await writeTo(fd, NOTHING, 0, 0);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EAGAIN') return false;
      throw error;
    }
  };

  return {
    chunkBytes: 4096,
    countsArrivals: true,
    async write(chunk, idleMs) {
      let lastMove = clock.monotonic();
      let written = 0;
      try {
        while (written < chunk.length || !(await hasArrived())) {
          const moved =
            written < chunk.length
              ? await unlessBusy(writeTo(fd, chunk, written, chunk.length - written))
              : 0;
          written += moved;
          if (moved > 0) lastMove = clock.monotonic();
          else if (clock.monotonic() - lastMove >= idleMs)
            return { reason: 'NO_PROGRESS', detail: `no byte was taken for ${idleMs} ms` };
          else await pause(clock, POLL_MS);
        }
        return null;
      } catch (error) {
        return faultOf(error, 'UNPLUGGED');
      }
    },
    async read(waitMs) {
      const end = clock.monotonic() + waitMs;
      const room = Buffer.alloc(256);
      do {
        try {
          const { bytesRead } = await readFrom(fd, room, 0, room.length, null);
          if (bytesRead > 0) return room.subarray(0, bytesRead);
        } catch (error) {
          // A device that cannot be read counts as silent. The next write returns its fault.
          if (codeOf(error) !== 'EAGAIN') return NOTHING;
        }
        await pause(clock, POLL_MS);
      } while (clock.monotonic() < end);
      return NOTHING;
    },
    close: release,
    async abort() {
      await release();
    },
  };
}
