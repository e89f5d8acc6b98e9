import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** What is wrong with a printer. */
export interface PrinterFaults {
  paper: 'ok' | 'near-end' | 'out';
  cover: 'closed' | 'open';
  /** Prints, and answers nothing. */
  silent: boolean;
  /** Does not know GS r, as many copies. */
  onlyRealTime: boolean;
  /** After so many bytes of a job: the paper ends, the line is reset or hung up, or no byte is taken any more. */
  paperEndsAfter: number;
  resetAfter: number;
  hangUpAfter: number;
  stopsAfter: number;
}

/** A printer in the network, on a port of this machine. */
export interface FakeTcpPrinter {
  /** `127.0.0.1:40123` */
  readonly id: string;
  readonly faults: PrinterFaults;
  /** What was printed, without the questions about its state; grows while a job comes in. */
  printed(): Uint8Array;
  /** The same, each job by itself. */
  sheets(): readonly Uint8Array[];
  /** Settles at the next job or question. */
  nextCaller(): Promise<void>;
  /** Settles when `count` bytes are printed. */
  hasPrinted(count: number): Promise<void>;
  /** Takes bytes again after a stop. */
  resume(): void;
  close(): Promise<void>;
}

const HEALTHY: PrinterFaults = {
  paper: 'ok',
  cover: 'closed',
  silent: false,
  onlyRealTime: false,
  paperEndsAfter: Infinity,
  resetAfter: Infinity,
  hangUpAfter: Infinity,
  stopsAfter: Infinity,
};

/** Starts a printer with a strong sensor for its own state: it answers DLE EOT at once, and GS r in its turn. */
export async function startFakeTcpPrinter(faults: Partial<PrinterFaults> = {}): Promise<FakeTcpPrinter> {
  const state = { ...HEALTHY, ...faults };
  const sockets = new Set<Socket>();
  const sheets: number[][] = [];
  let printedMore = (): void => undefined;
  let called = Promise.withResolvers<void>();
  const printed = (): number[] => sheets.flat();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, state, sheets, () => printedMore());
    called.resolve();
    called = Promise.withResolvers<void>();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  return {
    id: `127.0.0.1:${address.port}`,
    faults: state,
    printed: () => Uint8Array.from(printed()),
    sheets: () => sheets.map((sheet) => Uint8Array.from(sheet)),
    nextCaller: () => called.promise,
    hasPrinted: async (count) =>
      new Promise((resolve) => {
        printedMore = () => {
          if (printed().length >= count) resolve();
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

function serve(socket: Socket, state: PrinterFaults, sheets: number[][], printedMore: () => void): void {
  const sheet: number[] = [];
  let heard = Buffer.alloc(0);
  let printed = 0;
  const answer = (byte: number): void => {
    if (!state.silent) socket.write(Uint8Array.of(byte));
  };
  /** Takes a whole question off the front: its length, or 0 for what is no question, or -1 for the beginning of one. */
  const question = (): number => {
    if (heard[0] === 0x10 && (heard.length === 1 || heard[1] === 0x04)) {
      if (heard.length < 3) return -1;
      answer(realTimeStatus(state, heard[2] ?? 0));
      return 3;
    }
    if (heard[0] === 0x1d && (heard.length === 1 || heard[1] === 0x72)) {
      if (heard.length < 3) return -1;
      // Queued behind the text: a printer that stands still does not come to it.
      if (!state.onlyRealTime && canPrint(state)) answer(paperStatus(state));
      return 3;
    }
    return 0;
  };

  socket.on('data', (bytes) => {
    heard = Buffer.concat([heard, bytes]);
    while (heard.length > 0) {
      const length = question();
      if (length < 0) break;
      if (length === 0) {
        if (sheet.length === 0 && canPrint(state)) sheets.push(sheet);
        if (canPrint(state)) sheet.push(heard[0] ?? 0);
        printed += 1;
        if (printed >= state.paperEndsAfter) state.paper = 'out';
        if (printed >= state.resetAfter) socket.resetAndDestroy();
        if (printed >= state.hangUpAfter) socket.destroySoon();
        if (printed >= state.stopsAfter) socket.pause();
        if (printed >= Math.min(state.resetAfter, state.hangUpAfter, state.stopsAfter)) break;
      }
      heard = heard.subarray(Math.max(1, length));
    }
    printedMore();
  });
}

function canPrint(state: PrinterFaults): boolean {
  return state.paper !== 'out' && state.cover === 'closed';
}

/** DLE EOT n, as an Epson TM-T20 answers it. */
function realTimeStatus(state: PrinterFaults, n: number): number {
  const out = state.paper === 'out';
  const open = state.cover === 'open';
  if (n === 1) return canPrint(state) ? 0x12 : 0x1a;
  if (n === 2) return 0x12 | (open ? 0x04 : 0) | (out ? 0x20 : 0);
  if (n === 4) return 0x12 | (state.paper === 'ok' ? 0 : 0x0c) | (out ? 0x60 : 0);
  return 0x12;
}

/** GS r 1. */
function paperStatus(state: PrinterFaults): number {
  return state.paper === 'near-end' ? 0x03 : 0x00;
}
