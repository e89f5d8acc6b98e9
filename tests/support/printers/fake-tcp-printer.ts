import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { RAW_PORT } from '../../../main/core/printing/network-place.ts';
import { canPrint, createPrinterFirmware, HEALTHY_PRINTER, type PrinterState } from './printer-firmware.ts';

/** The faults of a printer. */
export interface PrinterFaults extends PrinterState {
  /** After this many bytes of a job: the paper ends, the connection is reset or closed, or no byte is read any more. */
  paperEndsAfter: number;
  resetAfter: number;
  hangUpAfter: number;
  stopsAfter: number;
}

/** A printer in the network: port 9100 of a loopback address of its own. */
export interface FakeTcpPrinter {
  /** `127.31.4.59:9100` */
  readonly id: string;
  /** `127.31.4.59` */
  readonly address: string;
  readonly faults: PrinterFaults;
  /** The printed bytes, without the status questions. It grows while a job comes in. */
  printed(): Uint8Array;
  /** How many bytes are printed. */
  printedCount(): number;
  /** The printed bytes of each job. */
  sheets(): readonly Uint8Array[];
  /** Settles at the next job or question. */
  nextCaller(): Promise<void>;
  /** Settles when `count` bytes are printed. */
  hasPrinted(count: number): Promise<void>;
  /** Reads again after a stop. */
  resume(): void;
  close(): Promise<void>;
}

const HEALTHY: PrinterFaults = {
  ...HEALTHY_PRINTER,
  paperEndsAfter: Infinity,
  resetAfter: Infinity,
  hangUpAfter: Infinity,
  stopsAfter: Infinity,
};

/** Starts a printer that answers DLE EOT and GS r. */
export async function startFakeTcpPrinter(faults: Partial<PrinterFaults> = {}): Promise<FakeTcpPrinter> {
  const state = { ...HEALTHY, ...faults };
  const sockets = new Set<Socket>();
  const sheets: number[][] = [];
  let printedMore = (): void => undefined;
  let called = Promise.withResolvers<void>();
  const printedCount = (): number => sheets.reduce((sum, sheet) => sum + sheet.length, 0);
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, state, sheets, () => printedMore());
    called.resolve();
    called = Promise.withResolvers<void>();
  });
  const address = await listenAtFreeAddress(server);

  return {
    id: `${address}:${RAW_PORT}`,
    address,
    faults: state,
    printed: () => Uint8Array.from(sheets.flat()),
    printedCount,
    sheets: () => sheets.map((sheet) => Uint8Array.from(sheet)),
    nextCaller: () => called.promise,
    hasPrinted: async (count) =>
      new Promise((resolve) => {
        printedMore = () => {
          if (printedCount() >= count) resolve();
        };
        printedMore();
      }),
    resume() {
      state.stopsAfter = Infinity;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Returns a loopback address that is probably free. Each of 127.0.0.0/8 is this machine (RFC 1122, 3.2.1.3). */
export function freeLoopbackAddress(): string {
  return `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;
}

/** Listens on the raw port of a loopback address that no other printer of this machine has. Returns the address. */
async function listenAtFreeAddress(server: Server): Promise<string> {
  for (;;) {
    const address = freeLoopbackAddress();
    server.listen(RAW_PORT, address);
    const isFree = await once(server, 'listening').then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') throw error;
        return false;
      },
    );
    if (isFree) return address;
  }
}

function serve(socket: Socket, state: PrinterFaults, sheets: number[][], printedMore: () => void): void {
  const sheet: number[] = [];
  let printed = 0;
  const firmware = createPrinterFirmware(state, {
    answer: (byte) => void socket.write(Uint8Array.of(byte)),
    print(byte) {
      if (sheet.length === 0 && canPrint(state)) sheets.push(sheet);
      if (canPrint(state)) sheet.push(byte);
      printed += 1;
      if (printed >= state.paperEndsAfter) state.paper = 'out';
      if (printed >= state.resetAfter) socket.resetAndDestroy();
      if (printed >= state.hangUpAfter) socket.destroySoon();
      if (printed >= state.stopsAfter) socket.pause();
      return printed < Math.min(state.resetAfter, state.hangUpAfter, state.stopsAfter);
    },
  });
  socket.on('data', (bytes) => {
    firmware.hear(bytes);
    printedMore();
  });
}
