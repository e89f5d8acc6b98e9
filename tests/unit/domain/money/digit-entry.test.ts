import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centavos, MAX_CENTAVOS } from '../../../../shared/domain/money/centavos.ts';
import {
  digitOf,
  EMPTY_ENTRY,
  filledEntry,
  popDigit,
  pushDigit,
  type Digit,
} from '../../../../shared/domain/money/digit-entry.ts';
import { play, type Step } from './play-keys.ts';

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

/** From an empty field of at most R$ 99.999,99: what is done, the amount, and the problem that is left. */
const TYPED: readonly (readonly [steps: readonly Step[], amount: number, problem: string | null])[] = [
  [['2590'], 2_590, null],
  [['25,'], 2_500, null],
  [['25,9'], 2_590, null],
  [['25,90'], 2_590, null],
  [['25.9'], 2_590, null],
  [[',5'], 50, null],
  [['25,', 'Backspace'], 25, null],
  [['25,9', 'Backspace', '5'], 2_550, null],
  [['25,95', 'Backspace', 'Backspace', 'Backspace'], 25, null],
  [['25,901'], 2_590, 'decimals-full'],
  [['25,901', 'Backspace'], 2_590, null],
  [['25,,'], 2_500, 'decimals-full'],
  [['12345678'], 1_234_567, 'too-large'],
  [['123456789', 'Backspace'], 1_234_567, 'too-large'],
  [['123456789', 'Backspace', 'Backspace'], 1_234_567, null],
  [['123456789', 'Backspace', 'Backspace', 'Backspace'], 123_456, null],
  [['12345678', 'Escape'], 0, null],
  [['100000,'], 100_000, 'too-large'],
  [['10+5'], 10, 'no-sums'],
  [['10+5', 'Backspace', 'Backspace', '5'], 105, null],
  [['-5'], 0, 'no-sums'],
  [['q2590'], 2_590, null],
  [['2590q'], 2_590, 'digits-only'],
  [['2590q', 'Backspace'], 2_590, null],
  [['2590q', 'Escape'], 2_590, null],
  [['2590', 'Escape'], 0, null],
  [['2590', { type: 'clear' }], 0, null],
  [[{ type: 'submitted-empty' }], 0, 'zero'],
  [[{ type: 'submitted-empty' }, '5'], 5, null],
];

describe('a money field', () => {
  it.each(TYPED)('%j', (steps, amount, problem) => {
    expect(play(EMPTY_ENTRY, ...steps)).toMatchObject({ amount, problem });
  });

  it.each([
    [['5'], 5],
    [[',5'], 50],
    [['Backspace'], 0],
    [['Escape'], 0],
    [['0'], 0],
  ] as const)('with an amount that was not typed: %j replaces it', (steps, amount) => {
    expect(play(filledEntry(centavos(777)), ...steps)).toMatchObject({ amount, problem: null });
    expect(play(EMPTY_ENTRY, '777', { type: 'select' }, ...steps)).toMatchObject({ amount, problem: null });
    expect(play(EMPTY_ENTRY, { type: 'paste', text: '7,77' }, ...steps)).toMatchObject({
      amount,
      problem: null,
    });
  });

  it.each([
    [[], 2_590, 'too-large'],
    [['Escape'], 2_590, null],
    [['Backspace'], 2_590, null],
    [['8'], 8, null],
    [[{ type: 'paste', text: '8' }], 800, null],
  ] as const)('after a refused paste over R$ 25,90: %j', (steps, amount, problem) => {
    const text = 'R$ 1.234.567,89';
    expect(play(EMPTY_ENTRY, '2590', { type: 'paste', text }, ...steps)).toMatchObject({ amount, problem });
  });
});
