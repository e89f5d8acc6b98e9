import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centavos, MAX_CENTAVOS } from '../../../../shared/domain/money/centavos.ts';
import { digitOf, popDigit, pushDigit, type Digit } from '../../../../shared/domain/money/digit-entry.ts';

/** R$ 99.999,99. */
const LIMIT = centavos(9_999_999);

const digit = fc.integer({ min: 0, max: 9 }) as fc.Arbitrary<Digit>;

describe('pushDigit', () => {
  it('fills from the right', () => {
    const seen: number[] = [];
    let amount = centavos(0);
    for (const key of [1, 2, 5, 0] as const) {
      const next = pushDigit(amount, key, LIMIT);
      if (next.ok) amount = next.value;
      seen.push(amount);
    }
    expect(seen).toEqual([1, 12, 125, 1250]);
  });

  it('stops at the limit it is given', () => {
    expect(pushDigit(centavos(999_999), 9, LIMIT)).toEqual({ ok: true, value: 9_999_999 });
    expect(pushDigit(centavos(1_000_000), 0, LIMIT)).toEqual({ ok: false, error: 'too-large' });
    expect(pushDigit(LIMIT, 0, LIMIT)).toEqual({ ok: false, error: 'too-large' });
    expect(pushDigit(centavos(50), 0, centavos(500))).toEqual({ ok: true, value: 500 });
    expect(pushDigit(centavos(50), 1, centavos(500))).toEqual({ ok: false, error: 'too-large' });
    expect(pushDigit(MAX_CENTAVOS, 0, MAX_CENTAVOS)).toEqual({ ok: false, error: 'too-large' });
  });

  it('writes the digits in the order of the keys', () => {
    fc.assert(
      fc.property(fc.array(digit, { maxLength: 7 }), (keys) => {
        let amount = centavos(0);
        for (const key of keys) {
          const next = pushDigit(amount, key, LIMIT);
          expect(next.ok).toBe(true);
          if (next.ok) amount = next.value;
        }
        expect(amount).toBe(Number(`0${keys.join('')}`));
      }),
    );
  });
});

describe('popDigit', () => {
  it.each([
    [1250, 125],
    [125, 12],
    [9, 0],
    [0, 0],
  ])('turns %d into %d', (before, after) => {
    expect(popDigit(centavos(before))).toBe(after);
  });

  it('undoes pushDigit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_CENTAVOS }).map(centavos), digit, (amount, key) => {
        const pushed = pushDigit(amount, key, MAX_CENTAVOS);
        expect(pushed.ok).toBe(amount * 10 + key <= MAX_CENTAVOS);
        if (pushed.ok) expect(popDigit(pushed.value)).toBe(amount);
      }),
    );
  });
});

describe('digitOf', () => {
  it('knows the ten digits and nothing else', () => {
    expect([...'0123456789'].map(digitOf)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const key of ['', 'Enter', '00', '12', ' ', 'a', '-', '\u0661', '1\n'])
      expect(digitOf(key)).toBeNull();
  });
});
