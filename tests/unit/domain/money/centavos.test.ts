import { describe, expect, it } from 'vitest';
import { centavos, isCentavos, MAX_CENTAVOS } from '../../../../shared/domain/money/centavos.ts';

const refused: readonly unknown[] = [
  -1,
  -0,
  0.5,
  NaN,
  Infinity,
  -Infinity,
  2 ** 51 + 1,
  2 ** 53,
  '12',
  12n,
  null,
  undefined,
  {},
];

describe('centavos', () => {
  it.each([0, 1, 99, 9_999_999, 2 ** 51])('takes %d', (value) => {
    expect(isCentavos(value)).toBe(true);
    expect(centavos(value)).toBe(value);
  });

  it.each(refused)('refuses %s', (value) => {
    expect(isCentavos(value)).toBe(false);
    expect(() => centavos(value as number)).toThrow(RangeError);
  });

  it('is bounded by 2^51', () => {
    expect(MAX_CENTAVOS).toBe(2_251_799_813_685_248);
  });
});
