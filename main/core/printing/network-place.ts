import { BlockList, isIP } from 'node:net';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

/** The raw port of network printers. No other port is connected to. */
export const RAW_PORT = 9100;

/** Where a network printer is. `host` is an address, or a name in a set-up of an earlier version. */
export interface NetworkPlace {
  readonly host: string;
  readonly port: number;
}

/** Why a network printer cannot be at a place. */
export type PlaceError = 'not-an-address' | 'public-address' | 'other-port';

const SHOP = shopAddresses();

/** Returns the addresses inside a shop: loopback, private (RFC 1918, RFC 4193) and link-local (RFC 3927, RFC 4291). */
function shopAddresses(): BlockList {
  const list = new BlockList();
  list.addSubnet('127.0.0.0', 8);
  list.addSubnet('10.0.0.0', 8);
  list.addSubnet('172.16.0.0', 12);
  list.addSubnet('192.168.0.0', 16);
  list.addSubnet('169.254.0.0', 16);
  list.addAddress('::1', 'ipv6');
  list.addSubnet('fc00::', 7, 'ipv6');
  list.addSubnet('fe80::', 10, 'ipv6');
  return list;
}

/** True for an address of this machine or of the shop's own network. False for a name. */
export function isShopAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && SHOP.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Reads the id of a network printer: `10.0.0.7:9100`, `10.0.0.7`, `cozinha.local`, `[fe80::1]:9100`. */
export function parsePlace(id: string): NetworkPlace | null {
  const parts = /^(?:\[([^\]]+)\]|([^:\s]+))(?::(\d{1,5}))?$/.exec(id);
  const host = parts?.[1] ?? parts?.[2];
  const port = Number(parts?.[3] ?? RAW_PORT);
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
}

/** Returns the id of the network printer at an address that a person typed. An IPv6 address may be without brackets. */
export function networkPrinterAt(typed: string): Result<string, PlaceError> {
  const text = typed.trim();
  const place = parsePlace(isIP(text) === 6 ? `[${text}]` : text);
  const family = place === null ? 0 : isIP(place.host);
  if (place === null || family === 0) return err('not-an-address');
  if (!isShopAddress(place.host)) return err('public-address');
  if (place.port !== RAW_PORT) return err('other-port');
  return ok(`${family === 6 ? `[${place.host}]` : place.host}:${RAW_PORT}`);
}
