import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** RFC 1918: private addresses. */
const PRIVATE = /^(10|172\.(1[6-9]|2\d|3[01])|192\.168)\./;

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/**
 * Returns the addresses at which a printer of the shop may be: in this machine's private networks, the addresses that differ in
 * the last number only (a /24). Larger and public networks are not searched.
 */
export function privateNeighbours(interfaces: Interfaces = networkInterfaces()): string[] {
  const own = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && PRIVATE.test(address))
    .map(({ address }) => address);
  const networks = new Set(own.map((address) => address.slice(0, address.lastIndexOf('.'))));
  return [...networks]
    .flatMap((network) => Array.from({ length: 254 }, (_, index) => `${network}.${index + 1}`))
    .filter((address) => !own.includes(address));
}
