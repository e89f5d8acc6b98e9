import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNewer } from '../../../../shared/domain/update/version-order.ts';

const version = fc.tuple(fc.nat(9999), fc.nat(9999), fc.nat(9999)).map((parts) => parts.join('.'));

describe('isNewer', () => {
  it.each([
    ['0.1.1', '0.1.0', true],
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.99.99', true],
    ['0.1.0', '0.1.0', false],
    ['0.1.0', '0.1.1', false],
    ['0.2.0-beta.1', '0.1.0', false],
    ['v0.2.0', '0.1.0', false],
    ['0.02.0', '0.1.0', false],
    ['0.2.0\n', '0.1.0', false],
    ['', '0.1.0', false],
  ])('%j against %j: %s', (left, right, newer) => {
    expect(isNewer(left, right)).toBe(newer);
  });

  it('never calls two versions newer than each other, and orders all that differ', () => {
    fc.assert(
      fc.property(version, version, (left, right) => {
        expect(Number(isNewer(left, right)) + Number(isNewer(right, left))).toBe(left === right ? 0 : 1);
      }),
    );
  });
});
