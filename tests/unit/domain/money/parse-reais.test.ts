import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { toDecimalReais } from '../../../../shared/domain/money/decimal-reais.ts';
import { formatBRL, formatReais } from '../../../../shared/domain/money/format.ts';
import { parseReais } from '../../../../shared/domain/money/parse-reais.ts';
import { anySum } from './sums.ts';

describe('parseReais', () => {
  it.each([
    ['12', 1200],
    ['0', 0],
    ['007', 700],
    ['1.234,56', 123_456],
    ['1.234.567,8', 123_456_780],
    ['1234,56', 123_456],
    [',50', 50],
    ['0,05', 5],
    ['R$ 25,90', 2590],
    ['R$\u00a025,90', 2590],
    ['r$25,9', 2590],
    ['  25,90\t\n', 2590],
    ['25.9', 2590],
    ['25.90', 2590],
    ['.5', 50],
    ['1.234', 123_400],
    ['12.345', 1_234_500],
    ['123.456.789', 12_345_678_900],
    ['22.517.998.136.852,48', 2 ** 51],
  ])('reads %j', (text, value) => {
    expect(parseReais(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    [' \u00a0 ', 'empty'],
    ['R$', 'empty'],
    [' R$ ', 'empty'],
    ['abc', 'not-a-number'],
    ['12a', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['US$ 5', 'not-a-number'],
    ['R$ R$ 5', 'not-a-number'],
    ['R', 'not-a-number'],
    ['12,', 'not-a-number'],
    ['12.', 'not-a-number'],
    [',', 'not-a-number'],
    ['.', 'not-a-number'],
    ['-', 'not-a-number'],
    ['-x', 'not-a-number'],
    ['+5', 'not-a-number'],
    ['(5,00)', 'not-a-number'],
    ['1,234.56', 'not-a-number'],
    ['1,2,3', 'not-a-number'],
    ['1.23.456', 'not-a-number'],
    ['1.234.56', 'not-a-number'],
    ['1234.567,89', 'not-a-number'],
    ['0.123,45', 'not-a-number'],
    ['1 234,56', 'not-a-number'],
    ['12\n34', 'not-a-number'],
    ['\u0661\u0662', 'not-a-number'],
    ['\uff11\uff12', 'not-a-number'],
    ['-5', 'negative'],
    ['-0,00', 'negative'],
    ['R$ -5,00', 'negative'],
    ['-R$ 5,00', 'negative'],
    ['\u22125,00', 'negative'],
    ['R$ - 5', 'negative'],
    ['1,234', 'too-many-decimals'],
    ['12,340', 'too-many-decimals'],
    ['0.123', 'too-many-decimals'],
    ['1234.567', 'too-many-decimals'],
    ['1.2345', 'too-many-decimals'],
    ['22.517.998.136.852,49', 'too-large'],
    ['9'.repeat(10_000), 'too-large'],
  ])('refuses %j as %s', (text, error) => {
    expect(parseReais(text)).toEqual({ ok: false, error });
  });

  it('holds the limit it is given, inclusive', () => {
    expect(parseReais('100,00', centavos(10_000))).toEqual({ ok: true, value: 10_000 });
    expect(parseReais('100,01', centavos(10_000))).toEqual({ ok: false, error: 'too-large' });
  });

  it('reads every form that Balcão itself writes', () => {
    fc.assert(
      fc.property(anySum, (amount) => {
        for (const text of [
          formatBRL(amount),
          formatReais(amount),
          toDecimalReais(amount),
          toDecimalReais(amount).replace('.', ','),
        ]) {
          expect(parseReais(text)).toEqual({ ok: true, value: amount });
        }
      }),
    );
  });

  it('answers any text without throwing, and takes none that holds a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = parseReais(text);
        if (read.ok) expect(text).toMatch(/^\s*(?:R\$)?[\d.,\s]*\d\s*$/i);
      }),
    );
    const moneyLike = fc.string({ unit: fc.constantFrom(...'0123456789.,-R$ a') });
    fc.assert(
      fc.property(moneyLike, (text) => !text.includes('a') || !parseReais(text).ok),
      { numRuns: 2_000 },
    );
  });
});
