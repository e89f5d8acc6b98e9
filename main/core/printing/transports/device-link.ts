import { close, constants, open, read, write } from 'node:fs';
import { promisify } from 'node:util';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { ByteLink, Fault } from './byte-link.ts';
import { codeOf, faultOf } from './fault-of.ts';
import { pause } from './within.ts';

/** Between two looks at a device that can take or give nothing yet, ms. */
const POLL_MS = 5;

const openFile = promisify(open);
const closeFile = promisify(close);
const readFrom = promisify(read);
const writeTo = promisify(write);
const NOTHING = Buffer.alloc(0);

/**
 * A device file as a way to a printer. It is opened without blocking: a write that waits for a printer out of paper
 * would hold one of Node's few threads until somebody comes with a new roll.
 */
export async function openDeviceFile(clock: Clock, path: string): Promise<Result<ByteLink, Fault>> {
  try {
    const fd = await openFile(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
    return ok(createDeviceLink(clock, fd));
  } catch (error) {
    return err(openingFault(error));
  }
}

/** ENODEV at opening: the file is still there, and the printer is not. */
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

  /** Bytes that one call moved; 0 while the device is busy. */
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
   * usblp takes a write at once and sends it afterwards, and closing drops what is under way. A write of nothing waits
   * for that like any other and moves no byte, so that its going through says that all before it has arrived.
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
          // A device that cannot be read is a silent one: the next write says what is wrong with it.
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
