import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCentavos, allocate, subtractCentavos } from '../../../../shared/domain/money/arithmetic.ts';
import { centavos, isCentavos, MAX_CENTAVOS } from '../../../../shared/domain/money/centavos.ts';
import { anySum } from './sums.ts';

describe('addCentavos and subtractCentavos', () => {
  it('adds and subtracts', () => {
    expect(addCentavos(centavos(10), centavos(20))).toBe(30);
    expect(subtractCentavos(centavos(30), centavos(20))).toEqual({ ok: true, value: 10 });
    expect(subtractCentavos(centavos(30), centavos(30))).toEqual({ ok: true, value: 0 });
  });

  it('says when more is taken than there is', () => {
    expect(subtractCentavos(centavos(20), centavos(21))).toEqual({ ok: false, error: 'below-zero' });
  });

  it('throws past the bound instead of rounding', () => {
    expect(() => addCentavos(MAX_CENTAVOS, centavos(1))).toThrow(RangeError);
  });

  it('takes back exactly what was added', () => {
    const half = fc.integer({ min: 0, max: 2 ** 50 }).map(centavos);
    fc.assert(
      fc.property(half, half, (left, right) => {
        expect(subtractCentavos(addCentavos(left, right), right)).toEqual({ ok: true, value: left });
      }),
    );
  });
});

describe('allocate', () => {
  it.each([
    { total: 100, weights: [1, 1, 1], shares: [34, 33, 33] },
    { total: 101, weights: [1, 1, 1], shares: [34, 34, 33] },
    { total: 2, weights: [0, 1, 1, 1], shares: [0, 1, 1, 0] },
    { total: 1000, weights: [3, 7], shares: [300, 700] },
    { total: 5, weights: [0, 0, 9], shares: [0, 0, 5] },
    { total: 0, weights: [1, 2], shares: [0, 0] },
    { total: 7, weights: [1], shares: [7] },
  ])('splits $total by $weights', ({ total, weights, shares }) => {
    expect(allocate(centavos(total), weights)).toEqual(shares);
  });

  it.each([[[]], [[0, 0]], [[1, -1]], [[0.5]], [[NaN]]])('refuses the weights %j', (weights) => {
    expect(() => allocate(centavos(10), weights)).toThrow(RangeError);
  });

  it('loses and invents nothing, and stays within one centavo of the fair share', () => {
    const weights = fc
      .array(fc.maxSafeNat(), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(anySum, weights, (total, list) => {
        const shares = allocate(total, list);
        const whole = list.reduce((sum, weight) => sum + BigInt(weight), 0n);
        expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(total));
        shares.forEach((share, index) => {
          const floor = (BigInt(total) * BigInt(list[index] ?? 0)) / whole;
          expect(isCentavos(share)).toBe(true);
          expect([floor, floor + 1n]).toContain(BigInt(share));
          if (list[index] === 0) expect(share).toBe(0);
        });
      }),
    );
  });
});
