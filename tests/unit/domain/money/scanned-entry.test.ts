import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_ENTRY, filledEntry } from '../../../../shared/domain/money/digit-entry.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { ENTER_SIGN, FEWEST_SIGNS, SCANNER_GAP_MS } from '../../../../shared/domain/scanner/burst.ts';
import { play } from './play-keys.ts';

const CODES = [
  ['EAN-13', '7891000100103'],
  ['EAN-8', '78912342'],
  ['DUN-14', '17891000100100'],
  ['the key of an NF-e', '35261112345678000195550010000012341000012345'],
  ['Code 39', 'LOTE-42/A'],
] as const;

describe('a barcode in a money field', () => {
  it.each(CODES)('%s is refused, with Enter and without, and the amount before stays', (_, code) => {
    for (const scan of [code, code + ENTER_SIGN]) {
      expect(play(EMPTY_ENTRY, { scan })).toMatchObject({ amount: 0, problem: 'barcode' });
      expect(play(EMPTY_ENTRY, '2590', { scan })).toMatchObject({ amount: 2_590, problem: 'barcode' });
      expect(play(EMPTY_ENTRY, '25,9', { scan })).toMatchObject({ amount: 2_590, decimals: 1 });
      expect(play(filledEntry(centavos(777)), { scan })).toMatchObject({ amount: 777, isFilled: true });
    }
  });

  it('that is read over, leaves the field as it was: the next digit goes on', () => {
    const scan = '7891000100103';
    for (const key of ['Backspace', 'Escape'])
      expect(play(EMPTY_ENTRY, '25', { scan }, key)).toMatchObject({ amount: 25, problem: null });
    expect(play(EMPTY_ENTRY, '25', { scan }, '90')).toMatchObject({ amount: 2_590, problem: null });
    expect(play(EMPTY_ENTRY, '25', { scan }, ',9')).toMatchObject({ amount: 2_590, problem: null });
    expect(play(EMPTY_ENTRY, '25', { scan }, { scan }, 'Escape')).toMatchObject({ amount: 25 });
  });

  it('does not end another refusal', () => {
    const steps = ['12345678', { scan: '78912342' }, 'Escape'] as const;
    expect(play(EMPTY_ENTRY, ...steps)).toMatchObject({ amount: 1_234_567, problem: 'too-large' });
  });

  it('of any signs, at any speed of a scanner, changes no amount', () => {
    const signs = fc.string({ minLength: FEWEST_SIGNS, maxLength: 50, unit: 'grapheme-ascii' });
    const gap = fc.integer({ min: 0, max: SCANNER_GAP_MS - 1 });
    const amounts = fc.integer({ min: 0, max: 9_999_999 });
    fc.assert(
      fc.property(signs, gap, amounts, fc.boolean(), (code, gapMs, amount, withEnter) => {
        const typed = play(EMPTY_ENTRY, String(amount));
        const after = play(typed, { scan: withEnter ? code + ENTER_SIGN : code, gapMs });
        expect(after).toMatchObject({ amount, problem: 'barcode' });
      }),
    );
  });
});
