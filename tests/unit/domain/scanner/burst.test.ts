import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ENTER_SIGN,
  FEWEST_SIGNS,
  followBurst,
  HICCUP_MS,
  isScanned,
  NO_BURST,
  SCANNER_GAP_MS,
  type Burst,
} from '../../../../shared/domain/scanner/burst.ts';

/** The burst after signs with these gaps before them, ms. */
function burstOf(signs: string, gaps: readonly number[]): Burst {
  let at = 1_000;
  let burst = NO_BURST;
  for (const [place, sign] of [...signs].entries()) {
    at += gaps[place] ?? gaps.at(-1) ?? 0;
    burst = followBurst(burst, sign, at);
  }
  return burst;
}

describe('a burst of signs', () => {
  it.each([
    ['EAN-13', '7891000100103'],
    ['EAN-8', '78912342'],
    ['DUN-14', '17891000100100'],
    ['the key of an NF-e', '35261112345678000195550010000012341000012345'],
    ['a slip', 'BK7Z4F2A'],
    ['three digits and Enter', `123${ENTER_SIGN}`],
  ])('of %s at scanner speed is scanned', (_, signs) => {
    expect(burstOf(signs, [0, SCANNER_GAP_MS - 1])).toMatchObject({ signs });
    expect(isScanned(burstOf(signs, [0, SCANNER_GAP_MS - 1]))).toBe(true);
  });

  it('of the 00 and 000 keys is typed', () => {
    expect(isScanned(burstOf('00', [200, 1]))).toBe(false);
    expect(isScanned(burstOf('000', [200, 1]))).toBe(false);
    expect(isScanned(burstOf('250000', [200, 90, 90, 90, 1, 1]))).toBe(false);
  });

  it('goes on over a hiccup once it is a code, and ends with Enter', () => {
    expect(burstOf('7891000100103', [0, 5, 5, 5, 5, HICCUP_MS - 1, 5]).signs).toBe('7891000100103');
    expect(burstOf('78910', [0, 5, 5, 5, HICCUP_MS]).signs).toBe('0');
    expect(burstOf(`7891${ENTER_SIGN}5`, [0, 5, 5, 5, 5, SCANNER_GAP_MS]).signs).toBe('5');
  });

  it('begins anew with a sign that is older than the last one', () => {
    expect(burstOf('7891', [0, 5, -20, 5]).signs).toBe('91');
  });

  it('is scanned at any speed of a scanner, and never at the speed of a hand', () => {
    const signs = fc.string({ minLength: FEWEST_SIGNS, maxLength: 60, unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(signs, fc.integer({ min: 0, max: SCANNER_GAP_MS - 1 }), (text, gap) => {
        expect(isScanned(burstOf(text, [gap]))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(signs, fc.integer({ min: SCANNER_GAP_MS, max: 2_000 }), (text, gap) => {
        expect(isScanned(burstOf(text, [gap]))).toBe(false);
      }),
    );
  });
});
