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
import { createDevfileTransport } from './devfile.ts';
import { faultOf } from './fault-of.ts';
import { privateNeighbours } from './neighbours.ts';
import { createSerialTransport } from './serial.ts';
import { createSpoolerTransport } from './spooler.ts';
import { createTcpTransport } from './tcp9100.ts';
import { createUsbTransport } from './usb.ts';
import { within } from './within.ts';

/** Creates all ways to printers. `neighbours` returns the addresses at which network printers are searched. */
export function createPrinters(
  clock: Clock,
  neighbours: () => readonly string[] = privateNeighbours,
): Printers {
  const transports = [
    createDevfileTransport(clock),
    createUsbTransport(clock),
    createSerialTransport(clock),
    createTcpTransport(clock, neighbours),
    createSpoolerTransport(clock),
  ];
  return joinTransports(transports.map((transport) => searchedInTime(clock, transport)));
}

/** The limit of the search of one kind, ms. The first search on a slow machine loads the native packages. */
const SEARCH_MS = 30_000;

/** Limits the time of the transport's search. */
export function searchedInTime(clock: Clock, transport: PrinterTransport): PrinterTransport {
  return {
    ...transport,
    async list() {
      const found = await within(clock, SEARCH_MS, transport.list(), null);
      if (found === null) throw new Error(`no answer within ${SEARCH_MS} ms`);
      return found;
    },
  };
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
