import { expect, it } from 'vitest';
import { addCentavos } from '../../../../shared/domain/money/arithmetic.ts';
import { centavos, MAX_CENTAVOS } from '../../../../shared/domain/money/centavos.ts';

it('adds', () => {
  expect(addCentavos(centavos(10), centavos(20))).toBe(30);
  expect(addCentavos(centavos(MAX_CENTAVOS - 1), centavos(1))).toBe(MAX_CENTAVOS);
});

it('throws past the bound instead of rounding', () => {
  expect(() => addCentavos(MAX_CENTAVOS, centavos(1))).toThrow(RangeError);
});
