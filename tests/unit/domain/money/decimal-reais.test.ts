import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centavos, MAX_CENTAVOS } from '../../../../shared/domain/money/centavos.ts';
import {
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
