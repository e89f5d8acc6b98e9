import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';
import type { Clock } from '../../../../shared/kernel/time.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { isShopAddress, parsePlace, RAW_PORT } from '../network-place.ts';
import type { FoundPrinter, PrinterTransport } from '../transport-port.ts';
import type { ByteLink, Fault, OpenLink } from './byte-link.ts';
import { faultOf } from './fault-of.ts';
import { createLinkTransport } from './link-transport.ts';
import { privateNeighbours } from './neighbours.ts';
import { createSocketLink } from './socket-link.ts';
import { within } from './within.ts';

/** The wait for an open port in the search, ms. */
const SEARCH_CONNECT_MS = 1_000;

/**
 * Creates the transport of network printers on the raw port. The id is `host:port`, or `host` alone. Connects only to an address
 * inside the shop and only to port 9100. `neighbours` returns the ids that are searched.
 */
export function createTcpTransport(
  clock: Clock,
  neighbours: () => readonly string[] = privateNeighbours,
): PrinterTransport {
  const open: OpenLink = async (target, connectMs) => {
    const address = await within(clock, connectMs, addressOf(target.id), noAnswer(connectMs));
    return address.ok ? connectTo(clock, address.value, connectMs) : address;
  };
  const knockAt = async (id: string): Promise<FoundPrinter[]> => {
    const address = await addressOf(id);
    const link = address.ok ? await connectTo(clock, address.value, SEARCH_CONNECT_MS) : address;
    if (!address.ok || !link.ok) return [];
    await link.value.close();
    const host = address.value;
    return [{ target: { kind: 'tcp9100', id: `${host}:${RAW_PORT}` }, label: host, place: host }];
  };
  return createLinkTransport(
    clock,
    'tcp9100',
    async () => (await Promise.all(neighbours().map(knockAt))).flat(),
    open,
  );
}

/** Returns the address of a printer. Looks a name up. Refuses a port other than 9100 and an address outside the shop. */
async function addressOf(id: string): Promise<Result<string, Fault>> {
  const place = parsePlace(id);
  if (place === null) return err({ reason: 'UNREACHABLE', detail: `no host and port: ${id}` });
  const { host, port } = place;
  if (port !== RAW_PORT) return err({ reason: 'NOT_ALLOWED', detail: `port ${port} is not ${RAW_PORT}` });
  try {
    const addresses = isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host }];
    const inShop = addresses.find(({ address }) => isShopAddress(address));
    return inShop === undefined
      ? err({ reason: 'NOT_ALLOWED', detail: `${host} is outside the shop's network` })
      : ok(inShop.address);
  } catch (error) {
    return err(faultOf(error, 'UNREACHABLE'));
  }
}

function noAnswer(connectMs: number): Result<never, Fault> {
  return err({ reason: 'UNREACHABLE', detail: `no connection within ${connectMs} ms` });
}

async function connectTo(clock: Clock, host: string, connectMs: number): Promise<Result<ByteLink, Fault>> {
  return new Promise((resolve) => {
    const socket: Socket = connect({ host, port: RAW_PORT, noDelay: true });
    const cancel = clock.after(connectMs, () => {
      socket.destroy();
      resolve(noAnswer(connectMs));
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
