import { QUIET_ZONE } from '../../../shared/domain/ticket/qr-size.ts';
import type { QrMatrix } from './matrix.ts';

/** Pixels in the order of `ImageData`: red, green, blue, alpha. */
export interface Raster {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** An opaque black pixel in one word. The order of its bytes is this computer's. */
const BLACK = new Uint32Array(Uint8Array.of(0, 0, 0, 255).buffer)[0] ?? 0;
const WHITE = 0xffffffff;

/** Draws the matrix with its quiet zone, one pixel for each module. */
export function rasterize(matrix: QrMatrix): Raster {
  const side = sideOf(matrix);
  const pixels = new Uint32Array(side * side).fill(WHITE);
  for (let row = 0; row < matrix.size; row++) {
    const start = (row + QUIET_ZONE) * side + QUIET_ZONE;
    for (let column = 0; column < matrix.size; column++) {
      if (matrix.isDark(row, column)) pixels[start + column] = BLACK;
    }
  }
  return { data: new Uint8ClampedArray(pixels.buffer), width: side, height: side };
}

/** Returns a picture in which each pixel is a square of `times` pixels. */
export function enlarge({ data, width, height }: Raster, times: number): Raster {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const across = width * times;
  const enlarged = new Uint32Array(across * height * times);
  for (let row = 0; row < height; row++) {
    const first = row * times * across;
    for (let column = 0; column < width; column++) {
      const at = first + column * times;
      enlarged.fill(pixels[row * width + column] ?? 0, at, at + times);
    }
    for (let copy = 1; copy < times; copy++)
      enlarged.copyWithin(first + copy * across, first, first + across);
  }
  return { data: new Uint8ClampedArray(enlarged.buffer), width: across, height: height * times };
}

/** Returns the largest whole number of pixels for a module at which the QR fits a square of `pixels`. If it does not fit, 0. */
export function largestScale(matrix: QrMatrix, pixels: number): number {
  return Math.floor(pixels / sideOf(matrix));
}

function sideOf({ size }: QrMatrix): number {
  return size + 2 * QUIET_ZONE;
}
