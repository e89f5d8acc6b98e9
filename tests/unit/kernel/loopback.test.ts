import { isIPv4 } from 'node:net';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLoopbackHost } from '../../../shared/kernel/loopback.ts';

describe('a host of this machine', () => {
  it.each(['localhost', 'LOCALHOST', '[::1]', '127.0.0.1', '127.255.255.255', '127.0.0.0'])('%s', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each([
    '127.999.999.999',
    '127.0.0.256',
    '127.0.0.01',
    '127.0.0',
    '127.1',
    '127.0.0.1.',
    '127.0.0.1.evil.example',
    '0.0.0.0',
    '128.0.0.1',
    '::1',
    '[::2]',
    '2130706433',
    'localhost.',
    '',
  ])('and not %s', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });

  it('of numbers with dots, only an address that Node reads as one', () => {
    const part = fc.oneof(
      fc.integer({ min: 0, max: 300 }).map(String),
      fc.constantFrom('00', '007', '1e1', ''),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const host = ['127', ...parts].join('.');
        expect(isLoopbackHost(host)).toBe(isIPv4(host));
      }),
      { numRuns: 2000 },
    );
  });
});
