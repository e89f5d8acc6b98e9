import type { SerialPort } from 'serialport';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { Reason } from '../transport-port.ts';
import type { ByteLink, Fault } from './byte-link.ts';
import { faultOf } from './fault-of.ts';
import { createInbox } from './inbox.ts';
import { within } from './within.ts';

/** Half a second at 9600 bits per second, so that a slow line does not count as stuck. */
const CHUNK_BYTES = 512;

/** Texts of the library and their meaning. Its errors have no code. */
const WORDS: readonly (readonly [RegExp, Reason])[] = [
  [/permission denied|access denied/i, 'NO_PERMISSION'],
  [/cannot lock port|resource busy|temporarily unavailable/i, 'BUSY'],
  [/no such file|file not found|no such device|cannot find/i, 'UNREACHABLE'],
];

function openingFault(error: Error): Fault {
  const reason = WORDS.find(([words]) => words.test(error.message))?.[1];
  return reason === undefined ? faultOf(error, 'NO_DRIVER') : { reason, detail: error.message };
}

/** Opens a serial port, raw: eight bits, no parity, and no byte is changed. */
export async function openSerialPort(
  clock: Clock,
  path: string,
  baudRate: number,
  connectMs: number,
): Promise<Result<ByteLink, Fault>> {
  try {
    const { SerialPort: Port } = await import('serialport');
    const port = new Port({ path, baudRate, autoOpen: false });
    const fault = await within<Fault | null, Fault>(clock, connectMs, failing(port, openingFault, 'open'), {
      reason: 'UNREACHABLE',
      detail: `the port did not open within ${connectMs} ms`,
    });
    if (fault === null) return ok(createSerialLink(clock, port));
    // If it opens after the limit, closes it again.
    port.once('open', () => port.close());
    return err(fault);
  } catch (error) {
    return err(faultOf(error, 'NO_DRIVER'));
  }
}

/** Runs one call of the port. Returns its fault, or null. */
async function failing(
  port: SerialPort,
  faultIn: (error: Error) => Fault,
  call: 'open' | 'drain' | 'flush' | 'close',
): Promise<Fault | null> {
  return new Promise((resolve) => {
    port[call]((error) => resolve(error === null || error === undefined ? null : faultIn(error)));
  });
}

function createSerialLink(clock: Clock, port: SerialPort): ByteLink {
  const inbox = createInbox(clock);
  const gone = (error: Error): Fault => faultOf(error, 'UNPLUGGED');
  port.on('data', (bytes: Buffer) => inbox.put(bytes));
  port.on('close', () => inbox.end());
  // The call that is under way gets this error too. Without a listener it would end the program.
  port.on('error', () => undefined);

  const writeAll = async (chunk: Uint8Array): Promise<Fault | null> => {
    const taken = await new Promise<Fault | null>((resolve) => {
      port.write(Buffer.from(chunk), (error) => resolve(error == null ? null : gone(error)));
    });
    return taken ?? failing(port, gone, 'drain');
  };

  return {
    chunkBytes: CHUNK_BYTES,
    countsArrivals: true,
    async write(chunk, idleMs) {
      if (!port.isOpen) return { reason: 'UNPLUGGED', detail: 'the port is gone' };
      return within<Fault | null, Fault>(clock, idleMs, writeAll(chunk), {
        reason: 'NO_PROGRESS',
        detail: `the line took no byte for ${idleMs} ms`,
      });
    },
    read: async (waitMs) => inbox.take(waitMs),
    async close() {
      return port.isOpen ? failing(port, gone, 'close') : null;
    },
    async abort() {
      if (!port.isOpen) return;
      // Drops the bytes that wait in the system. This also frees the thread that waits for them.
      await failing(port, gone, 'flush');
      await failing(port, gone, 'close');
    },
  };
}
