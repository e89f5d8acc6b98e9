import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centavos, MAX_CENTAVOS } from '../../../../shared/domain/money/centavos.ts';
import {
  fromComputedNumber,
  fromComputedText,
  fromDecimalReais,
  fromWireNumber,
  toDecimalReais,
} from '../../../../shared/domain/money/decimal-reais.ts';
import { anySum } from './sums.ts';

describe('toDecimalReais', () => {
  it.each([
    [0, '0.00'],
    [1, '0.01'],
    [10, '0.10'],
    [1234, '12.34'],
    [123_456_789, '1234567.89'],
    [2 ** 51, '22517998136852.48'],
  ])('writes %d as %s', (amount, text) => {
    expect(toDecimalReais(centavos(amount))).toBe(text);
  });
});

describe('fromDecimalReais', () => {
  it.each([
    ['0', 0],
    ['12', 1200],
    ['12.3', 1230],
    ['12.30', 1230],
    ['12.34000', 1234],
    ['0.07', 7],
    ['22517998136852.48', 2 ** 51],
  ])('reads %s', (text, value) => {
    expect(fromDecimalReais(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'not-a-number'],
    [' 12', 'not-a-number'],
    ['12.', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['012', 'not-a-number'],
    ['1e2', 'not-a-number'],
    ['12,34', 'not-a-number'],
    ['+1', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['-1', 'negative'],
    ['-0.01', 'negative'],
    ['-0', 'negative'],
    ['0.001', 'too-many-decimals'],
    ['12.345', 'too-many-decimals'],
    ['12.34000001', 'too-many-decimals'],
    ['22517998136852.49', 'too-large'],
    ['99999999999999.99', 'too-large'],
    ['9'.repeat(400), 'too-large'],
  ])('refuses %s as %s', (text, error) => {
    expect(fromDecimalReais(text)).toEqual({ ok: false, error });
  });

  it('reads back what toDecimalReais wrote', () => {
    fc.assert(
      fc.property(anySum, (amount) => {
        expect(fromDecimalReais(toDecimalReais(amount))).toEqual({ ok: true, value: amount });
      }),
    );
  });
});

describe('fromWireNumber', () => {
  it.each([
    [0, 0],
    [-0, 0],
    [1, 100],
    [0.1, 10],
    [0.29, 29],
    [1.1, 110],
    [4.35, 435],
    [1.005e2, 10050],
    [22517998136852.48, 2 ** 51],
  ])('reads %d', (value, amount) => {
    const read = fromWireNumber(value);
    expect(read).toEqual({ ok: true, value: amount });
  });

  it.each([
    [NaN, 'not-a-number'],
    [Infinity, 'not-a-number'],
    [-0.01, 'negative'],
    [-1e-9, 'negative'],
    [0.1 + 0.2, 'too-many-decimals'],
    [1.005, 'too-many-decimals'],
    [1e-7, 'too-many-decimals'],
    [5e-324, 'too-many-decimals'],
    [22517998136852.5, 'too-large'],
    [1e20, 'too-large'],
    [1e21, 'too-large'],
    [Number.MAX_VALUE, 'too-large'],
  ])('refuses %d as %s', (value, error) => {
    expect(fromWireNumber(value)).toEqual({ ok: false, error });
  });

  it('survives the trip through JSON, up to the bound', () => {
    fc.assert(
      fc.property(anySum, (amount) => {
        expect(fromWireNumber(JSON.parse(toDecimalReais(amount)) as number)).toEqual({
          ok: true,
          value: amount,
        });
      }),
    );
    expect(fromWireNumber(JSON.parse(toDecimalReais(MAX_CENTAVOS)) as number).ok).toBe(true);
  });

  it('answers every number there is without throwing, and never with another value', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const read = fromWireNumber(value);
        if (read.ok) expect(Number(toDecimalReais(read.value))).toBe(value + 0);
      }),
    );
  });
});

/** `value` moved by `steps` units in its last place. */
function nudged(value: number, steps: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(steps));
  return bits.getFloat64(0);
}

/** Sums from one centavo to the bound, each magnitude as often as the next. */
const anyMagnitude = fc
  .tuple(fc.integer({ min: 0, max: 51 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([power, part]) => centavos(Math.max(1, Math.floor(2 ** power * (0.5 + part / 2)))));

/** Up to here the bound is 2^-50 of the number; above, a fixed part of a centavo. */
const RELATIVE = 2 ** 45;

describe('fromComputedNumber', () => {
  it.each([
    [25.900000000000002, 2590],
    [25.899999999999995, 2590],
    [0.1 + 0.2, 30],
    [1.1 * 3, 330],
    [19.99 * 3, 5997],
    [1.07 - 1, 7],
    [0.1 + 0.2 - 0.3, 0],
    [0.3 - 0.1 - 0.2, 0],
    [-0, 0],
    [22517998136852.48, 2 ** 51],
  ])('reads %d', (value, amount) => {
    const read = fromComputedNumber(value);
    expect(read).toEqual({ ok: true, value: amount });
    expect(Object.is(read.ok && read.value, -0)).toBe(false);
  });

  it.each([
    [25.905, 'too-many-decimals'],
    [25.9001, 'too-many-decimals'],
    [25.9000000001, 'too-many-decimals'],
    [1e-9, 'too-many-decimals'],
    [1_000_000_000_000.005, 'too-many-decimals'],
    [-1e-9, 'negative'],
    [-1, 'negative'],
    [-25.9, 'negative'],
    [NaN, 'not-a-number'],
    [Infinity, 'not-a-number'],
    [22517998136852.5, 'too-large'],
    [1e21, 'too-large'],
  ])('refuses %d as %s', (value, error) => {
    expect(fromComputedNumber(value)).toEqual({ ok: false, error });
  });

  it('takes a few units in the last place for the sum that they are about, at each magnitude', () => {
    fc.assert(
      fc.property(anyMagnitude, fc.integer({ min: -4, max: 4 }), (amount, steps) => {
        const value = nudged(amount / 100, amount <= RELATIVE ? steps : 0);
        expect(fromComputedNumber(value)).toEqual({ ok: true, value: amount });
        expect(fromComputedText(value.toFixed(20))).toEqual({ ok: true, value: amount });
      }),
    );
  });

  it('takes what doubles make of a sum or a product of whole centavos', () => {
    const price = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(
        fc.array(price, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 99 }),
        (prices, n) => {
          const total = prices.reduce((sum, each) => sum + each, 0);
          const computed = prices.reduce((sum, each) => sum + each / 100, 0);
          expect(fromComputedNumber(computed)).toEqual({ ok: true, value: total });
          expect(fromComputedNumber((total / 100) * n)).toEqual({ ok: true, value: total * n });
        },
      ),
    );
  });

  it('never takes a third decimal, at any magnitude that doubles can tell', () => {
    fc.assert(
      fc.property(anyMagnitude, fc.integer({ min: 1, max: 9 }), (amount, thousandths) => {
        fc.pre(amount < 2 ** 49 || thousandths === 5);
        const value = Number(`${toDecimalReais(amount)}${thousandths}`);
        expect(fromComputedNumber(value).ok).toBe(false);
        expect(fromComputedText(`${toDecimalReais(amount)}${thousandths}`).ok).toBe(false);
      }),
    );
  });

  it('answers every number there is with the nearest sum or with none', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const read = fromComputedNumber(value);
        if (read.ok) expect(Math.abs(read.value / 100 - value)).toBeLessThan(0.001);
      }),
    );
  });
});

describe('fromComputedText', () => {
  it.each([
    ['25.90', 2590],
    ['25.9', 2590],
    ['25', 2500],
    ['25.9000000', 2590],
    ['25.900000000000002', 2590],
    ['25.8999999999999999999', 2590],
  ])('reads %s', (text, value) => {
    expect(fromComputedText(text)).toEqual({ ok: true, value });
  });

  it.each(['25.905', '25,90', '2.59e1', '-25.9', 'abc', '', '25.90 BRL', '0x10', 'Infinity'])(
    'refuses %j',
    (text) => {
      expect(fromComputedText(text).ok).toBe(false);
    },
  );
});
