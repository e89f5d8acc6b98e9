import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { formatBRL, formatReais } from '../../../../shared/domain/money/format.ts';
import { anySum } from './sums.ts';

describe('formatBRL and formatReais', () => {
  it.each([
    [0, '0,00'],
    [5, '0,05'],
    [2590, '25,90'],
    [123_456, '1.234,56'],
    [9_999_999, '99.999,99'],
    [123_456_789, '1.234.567,89'],
    [2 ** 51, '22.517.998.136.852,48'],
    [2 ** 51 - 1, '22.517.998.136.852,47'],
  ])('writes %d as %s', (amount, text) => {
    expect(formatReais(centavos(amount))).toBe(text);
    expect(formatBRL(centavos(amount))).toBe(`R$\u00a0${text}`);
  });

  it('shows every centavo of any sum', () => {
    fc.assert(
      fc.property(anySum, (amount) => {
        expect(formatReais(amount)).toMatch(/^\d{1,3}(\.\d{3})*,\d{2}$/);
        expect(Number(formatReais(amount).replace(/\D/g, ''))).toBe(amount);
      }),
    );
  });
});
