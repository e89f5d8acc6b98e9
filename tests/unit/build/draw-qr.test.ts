import { stripVTControlCharacters } from 'node:util';
import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { drawQr } from '../../../build/run/demo/draw-qr.ts';

/** Pixels a side of each module. */
const SCALE = 4;

/** Looks at a drawing as a camera would: the upper and lower half of each character, ink or paper. */
function photograph(
  lines: readonly string[],
  inkIsDark: boolean,
): { pixels: Uint8ClampedArray; width: number; height: number } {
  const plain = lines.map((line) => stripVTControlCharacters(line));
  const rows = plain.flatMap((line) => [
    [...line].map((char) => (char === '█' || char === '▀') === inkIsDark),
    [...line].map((char) => (char === '█' || char === '▄') === inkIsDark),
  ]);
  const [width, height] = [rows[0]!.length * SCALE, rows.length * SCALE];
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const value = rows[Math.floor(y / SCALE)]![Math.floor(x / SCALE)] ? 0 : 255;
      pixels.set([value, value, value, 255], (y * width + x) * 4);
    }
  return { pixels, width, height };
}

describe('a QR code in a terminal', () => {
  const text =
    '00020101021226850014br.gov.bcb.pix2563pix.treinamento.invalid/v2/bdb8f1f0-6e28-4311-8cd0-1eb7cc894494520400005303986540525.905802BR5919LOJA DE TREINAMENTO6009SAO PAULO62070503***6304B8EF';

  it.each([true, false])('can be scanned, with colours: %s', (colours) => {
    const { pixels, width, height } = photograph(drawQr(text, colours), colours);
    expect(jsqr.default(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data).toBe(text);
  });

  it('fits an ordinary terminal', () => {
    const lines = drawQr(text, false);
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(75);
    expect(lines.length).toBeLessThanOrEqual(35);
  });
});
