import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShopAddress, networkPrinterAt } from '../../../main/core/printing/network-place.ts';

describe('the address that a person types', () => {
  it.each([
    ['192.168.0.50', '192.168.0.50:9100'],
    [' 192.168.0.50:9100 ', '192.168.0.50:9100'],
    ['10.1.2.3', '10.1.2.3:9100'],
    ['172.16.0.1', '172.16.0.1:9100'],
    ['172.31.255.254', '172.31.255.254:9100'],
    ['169.254.7.7', '169.254.7.7:9100'],
    ['127.0.0.1', '127.0.0.1:9100'],
    ['::1', '[::1]:9100'],
    ['fd12:3456::7', '[fd12:3456::7]:9100'],
    ['[fd12:3456::7]:9100', '[fd12:3456::7]:9100'],
    ['fe80::1%eth0', '[fe80::1%eth0]:9100'],
    ['::ffff:192.168.0.50', '[::ffff:192.168.0.50]:9100'],
  ])('%s is a printer of the shop', (typed, id) => {
    expect(networkPrinterAt(typed)).toEqual({ ok: true, value: id });
  });

  it.each([
    ['', 'not-an-address'],
    [':', 'not-an-address'],
    ['impressora', 'not-an-address'],
    ['cozinha.local:9100', 'not-an-address'],
    ['127.1', 'not-an-address'],
    ['010.0.0.1', 'not-an-address'],
    ['0x7f.0.0.1', 'not-an-address'],
    ['192.168.0.50/24', 'not-an-address'],
    ['192.168.0.50 9100', 'not-an-address'],
    ['http://192.168.0.50', 'not-an-address'],
    ['ana@192.168.0.50', 'not-an-address'],
    ['/etc/passwd', 'not-an-address'],
    ['192.168.0.50:99999', 'not-an-address'],
    ['8.8.8.8', 'public-address'],
    ['0.0.0.0', 'public-address'],
    ['255.255.255.255', 'public-address'],
    ['172.15.0.1', 'public-address'],
    ['172.32.0.1', 'public-address'],
    ['100.64.0.1', 'public-address'],
    ['::', 'public-address'],
    ['2001:db8::7', 'public-address'],
    ['::ffff:8.8.8.8', 'public-address'],
    ['64:ff9b::10.0.0.1', 'public-address'],
    ['192.168.0.50:80', 'other-port'],
    ['[::1]:7373', 'other-port'],
  ])('%j is refused: %s', (typed, error) => {
    expect(networkPrinterAt(typed)).toEqual({ ok: false, error });
  });

  it('is never anything but a shop address and port 9100', () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.ipV4(),
      fc.ipV4Extended(),
      fc.ipV6(),
      fc.domain(),
      fc.webUrl(),
      fc.tuple(fc.oneof(fc.ipV4(), fc.domain()), fc.nat(70_000)).map(([host, port]) => `${host}:${port}`),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const printer = networkPrinterAt(text);
        if (!printer.ok) return;
        const host = /^(?:\[(.+)\]|(.+)):9100$/.exec(printer.value);
        expect(isShopAddress(host?.[1] ?? host?.[2] ?? '')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
