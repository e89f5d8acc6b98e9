import type { Socket } from 'node:net';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { ByteLink, Fault } from './byte-link.ts';
import { faultOf } from './fault-of.ts';
import { createInbox } from './inbox.ts';
import { within } from './within.ts';

/** The wait until the printer has read everything and closes, ms. */
const FAREWELL_MS = 300;

/**
 * Creates a link over a connected socket. The system buffers bytes, so a write does not prove what the printer has. An answer
 * proves it, because it comes after the bytes before it.
 */
export function createSocketLink(clock: Clock, socket: Socket): ByteLink {
  const inbox = createInbox(clock);
  let broken: Fault | null = null;
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      inbox.end();
      resolve();
    });
  });
  const hungUp: Fault = { reason: 'UNPLUGGED', detail: 'the printer closed the connection' };
  socket.on('data', (bytes: Buffer) => inbox.put(bytes));
  socket.on('end', () => inbox.end());
  socket.on('error', (error) => {
    broken ??= faultOf(error, 'UNPLUGGED');
  });

  return {
    chunkBytes: 4096,
    countsArrivals: false,
    async write(chunk, idleMs) {
      if (broken !== null || !socket.writable) return broken ?? hungUp;
      const taken = new Promise<Fault | null>((resolve) => {
        socket.write(chunk, (error) =>
          resolve(error == null ? null : (broken ??= faultOf(error, 'UNPLUGGED'))),
        );
      });
      return within<Fault | null, Fault>(clock, idleMs, taken, {
        reason: 'NO_PROGRESS',
        detail: `no byte was taken for ${idleMs} ms`,
      });
    },
    read: async (waitMs) => inbox.take(waitMs),
    async close() {
      socket.end();
      await within(clock, FAREWELL_MS, closed, undefined);
      socket.destroy();
      return broken;
    },
    async abort() {
      // A reset drops the bytes that the system buffers, so a printer that starts later prints no half slip.
      if (!socket.destroyed) socket.resetAndDestroy();
      return Promise.resolve();
    },
  };
}
