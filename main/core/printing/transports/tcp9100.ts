import { connect, type Socket } from 'node:net';
import type { Clock } from '../../../../shared/kernel/time.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { FoundPrinter, PrinterTransport } from '../transport-port.ts';
import type { ByteLink, Fault, OpenLink } from './byte-link.ts';
import { faultOf } from './fault-of.ts';
import { createLinkTransport } from './link-transport.ts';
import { privateNeighbours } from './neighbours.ts';
import { createSocketLink } from './socket-link.ts';

const DEFAULT_PORT = 9100;

/** The wait for an open port in the search, ms. */
const SEARCH_CONNECT_MS = 1_000;

/**
 * Creates the transport of network printers on the raw port. The id is `host:port`, or `host` alone for port 9100. `neighbours`
 * returns the ids that are searched.
 */
export function createTcpTransport(
  clock: Clock,
  neighbours: () => readonly string[] = privateNeighbours,
): PrinterTransport {
  const open: OpenLink = async (target, connectMs) => {
    const place = parsePlace(target.id);
    return place === null
      ? err({ reason: 'UNREACHABLE', detail: `no host and port: ${target.id}` })
      : connectTo(clock, place, connectMs);
  };
  const knockAt = async (id: string): Promise<FoundPrinter[]> => {
    const place = parsePlace(id);
    if (place === null) return [];
    const link = await connectTo(clock, place, SEARCH_CONNECT_MS);
    if (!link.ok) return [];
    await link.value.close();
    return [
      {
        target: { kind: 'tcp9100', id: `${place.host}:${place.port}` },
        label: place.host,
        place: place.host,
      },
    ];
  };
  return createLinkTransport(
    clock,
    'tcp9100',
    async () => (await Promise.all(neighbours().map(knockAt))).flat(),
    open,
  );
}

interface Place {
  readonly host: string;
  readonly port: number;
}

/** Reads an id: `10.0.0.7:9100`, `cozinha.local`, `[fe80::1]:9100`. */
function parsePlace(id: string): Place | null {
  const parts = /^(?:\[([^\]]+)\]|([^:\s]+))(?::(\d{1,5}))?$/.exec(id);
  const host = parts?.[1] ?? parts?.[2];
  const port = Number(parts?.[3] ?? DEFAULT_PORT);
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
}

async function connectTo(clock: Clock, place: Place, connectMs: number): Promise<Result<ByteLink, Fault>> {
  return new Promise((resolve) => {
    const socket: Socket = connect({ ...place, noDelay: true });
    const cancel = clock.after(connectMs, () => {
      socket.destroy();
      resolve(err({ reason: 'UNREACHABLE', detail: `no connection within ${connectMs} ms` }));
    });
    socket.once('connect', () => {
      cancel();
      socket.removeAllListeners('error');
      resolve(ok(createSocketLink(clock, socket)));
    });
    socket.once('error', (error) => {
      cancel();
      resolve(err(faultOf(error, 'UNREACHABLE')));
    });
  });
}
