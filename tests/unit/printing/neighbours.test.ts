import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { privateNeighbours } from '../../../main/core/printing/transports/neighbours.ts';

const ipv4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '00:00:00:00:00:00',
  internal,
  cidr: `${address}/24`,
});

it('looks beside this machine in the private network, and not at itself', () => {
  const found = privateNeighbours({ eth0: [ipv4('192.168.0.7')], wlan0: [ipv4('192.168.0.9')] });
  expect(found).toHaveLength(252);
  expect(found[0]).toBe('192.168.0.1');
  expect(found.at(-1)).toBe('192.168.0.254');
  expect(found).not.toContain('192.168.0.7');
  expect(found).not.toContain('192.168.0.9');
});

it.each([
  ['a public address', ipv4('203.0.113.5')],
  ['one beside the private range', ipv4('172.32.0.5')],
  ['the machine itself', ipv4('127.0.0.1', true)],
])('knocks nowhere for %s', (_, address) => {
  expect(privateNeighbours({ eth0: [address] })).toEqual([]);
});
