import type { Clock } from '../../../../shared/kernel/time.ts';
import { searchTroubleOf } from '../search-trouble.ts';
import type {
  Discovery,
  FoundPrinter,
  Printers,
  PrinterTarget,
  PrinterTransport,
  TransportKind,
  UnsearchedKind,
} from '../transport-port.ts';
import { answerInTime, type CallsUnderWay } from './answer-in-time.ts';
import { createDevfileTransport } from './devfile.ts';
import { faultOf } from './fault-of.ts';
import { privateNeighbours } from './neighbours.ts';
import { createSerialTransport } from './serial.ts';
import { createSpoolerTransport } from './spooler.ts';
import { createTcpTransport } from './tcp9100.ts';
import { createThreadTransport } from './thread-transport.ts';

/** All ways to printers of this machine. */
export interface SystemPrinters extends Printers {
  /** True while a call into the system has not returned. The process cannot end by `process.exit` then. */
  hasCallsUnderWay(): boolean;
}

/** Creates all ways to printers. `neighbours` returns the addresses at which network printers are searched. */
export function createPrinters(
  clock: Clock,
  neighbours: () => readonly string[] = privateNeighbours,
): SystemPrinters {
  const underWay: CallsUnderWay = new Set();
  const transports = [
    createDevfileTransport(clock),
    createThreadTransport('usb'),
    // Its package waits in the threads of Node and works only in the main thread.
    createSerialTransport(clock),
    createTcpTransport(clock, neighbours),
    // CUPS is asked by programs, which are killed at their limit.
    process.platform === 'win32' ? createThreadTransport('spooler') : createSpoolerTransport(clock),
  ];
  const inTime = transports.map((transport) => answerInTime(clock, transport, underWay));
  return { ...joinTransports(inTime), hasCallsUnderWay: () => underWay.size > 0 };
}

/** Joins transports. A target of a missing kind is unreachable. A file is never printed to. */
export function joinTransports(transports: readonly PrinterTransport[]): Printers {
  const byKind = new Map<PrinterTarget['kind'], PrinterTransport>(
    transports.map((transport) => [transport.kind, transport]),
  );
  const none = (kind: PrinterTarget['kind']) =>
    ({
      reason: kind === 'file' ? 'NOT_ALLOWED' : 'NO_DRIVER',
      detail: `this program has no way to ${kind} printers`,
    }) as const;
  return {
    discover: async () => discoverIn(transports),
    async status(target, options) {
      const way = byKind.get(target.kind);
      return way === undefined ? { kind: 'unreachable', ...none(target.kind) } : way.status(target, options);
    },
    async send(target, bytes, options) {
      const way = byKind.get(target.kind);
      return way === undefined
        ? { kind: 'not_started', ...none(target.kind) }
        : way.send(target, bytes, options);
    },
  };
}

async function discoverIn(transports: readonly PrinterTransport[]): Promise<Discovery> {
  const printers: FoundPrinter[] = [];
  const unsearched: UnsearchedKind[] = [];
  const lists = await Promise.allSettled(transports.map(async (transport) => transport.list()));
  for (const [index, list] of lists.entries()) {
    const kind = transports[index]?.kind;
    if (list.status === 'fulfilled') printers.push(...list.value);
    else if (kind !== undefined) unsearched.push(unsearchedKind(kind, list.reason));
  }
  return { printers, unsearched };
}

function unsearchedKind(kind: TransportKind, error: unknown): UnsearchedKind {
  const { detail } = faultOf(error, 'NO_DRIVER');
  return { kind, trouble: searchTroubleOf(detail), detail };
}
