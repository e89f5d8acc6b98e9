import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrMatrix, type QrMatrix } from '../../../../renderer/components/qr/matrix.ts';
import { enlarge, largestScale, rasterize } from '../../../../renderer/components/qr/rasterize.ts';
import { selfCheck } from '../../../../renderer/components/qr/self-check.ts';
import { QUIET_ZONE } from '../../../../shared/domain/ticket/qr-size.ts';
import { buildPixCode } from '../../../support/fake-bridge/pix-code.ts';

const CODE = buildPixCode(2_590);

const drawn = (matrix: QrMatrix, scale = 4): ReturnType<typeof rasterize> =>
  enlarge(rasterize(matrix), scale);

describe('the check of a drawn QR', () => {
  it('passes what reads back as the BR Code', () => {
    expect(selfCheck(drawn(qrMatrix(CODE)), CODE)).toBe('equal');
  });

  it('refuses the QR of another charge', () => {
    expect(selfCheck(drawn(qrMatrix(buildPixCode(2_591))), CODE)).toBe('different');
  });

  it('refuses a matrix that is damaged beyond what a phone would mend', () => {
    const { size, isDark } = qrMatrix(CODE);
    const torn: QrMatrix = { size, isDark: (row, column) => row % 3 === 0 || isDark(row, column) };
    expect(selfCheck(drawn(torn), CODE)).not.toBe('equal');
  });

  it('refuses an empty picture', () => {
    const blank: QrMatrix = { size: 49, isDark: () => false };
    expect(selfCheck(drawn(blank), CODE)).toBe('unreadable');
  });

  it('passes codes of any amount at any scale that a screen gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 3, max: 9 }), (amount, scale) => {
        const code = buildPixCode(amount);
        expect(selfCheck(drawn(qrMatrix(code), scale), code)).toBe('equal');
      }),
      { numRuns: 40 },
    );
  });
});

describe('enlarging', () => {
  it('makes a square of each pixel', () => {
    const data = new Uint8ClampedArray(2 * 2 * 4).map((_, at) => at >> 2);
    const { width, height, data: enlarged } = enlarge({ data, width: 2, height: 2 }, 2);
    expect([width, height]).toEqual([4, 4]);
    const reds = Array.from(enlarged.filter((_, at) => at % 4 === 0));
    expect(reds).toEqual([0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3]);
  });
});

describe('drawing', () => {
  it('draws black and white, and nothing that is seen through', () => {
    const colours = new Set(new Uint32Array(rasterize(qrMatrix(CODE)).data.buffer));
    const bytes = new Uint8Array(Uint32Array.from(colours).buffer);
    expect(colours.size).toBe(2);
    expect(Array.from(bytes).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
  });

  it('keeps four white modules on every side', () => {
    const matrix = qrMatrix(CODE);
    const { data, width } = drawn(matrix, 2);
    expect(width).toBe((matrix.size + 2 * QUIET_ZONE) * 2);
    const isWhite = (x: number, y: number): boolean => data[(y * width + x) * 4] === 255;
    for (let along = 0; along < width; along++) {
      for (let depth = 0; depth < QUIET_ZONE * 2; depth++) {
        expect(isWhite(along, depth) && isWhite(depth, along)).toBe(true);
        expect(isWhite(along, width - 1 - depth) && isWhite(width - 1 - depth, along)).toBe(true);
      }
    }
  });

  it('takes whole pixels only, and none when there is no room', () => {
    const matrix: QrMatrix = { size: 49, isDark: () => true };
    expect(largestScale(matrix, 57 * 8 + 56)).toBe(8);
    expect(largestScale(matrix, 56)).toBe(0);
  });
});
