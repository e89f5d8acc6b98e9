import type { Socket } from 'node:net';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { ByteLink, Fault } from './byte-link.ts';
import { faultOf } from './fault-of.ts';
import { createInbox } from './inbox.ts';
import { within } from './within.ts';

/** How long the other side may take to say that it has read all and hangs up, ms. */
const FAREWELL_MS = 300;

/**
 * A connected socket as a way to a printer. The system takes bytes into its own memory, so that a write says nothing of
 * what the printer has; only an answer does, for it comes after the bytes before it.
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
      // A reset drops what the system still holds: a printer that wakes up later prints no half slip.
      if (!socket.destroyed) socket.resetAndDestroy();
      return Promise.resolve();
    },
  };
}
