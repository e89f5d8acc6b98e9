import { QUIET_ZONE } from '../../../shared/domain/ticket/qr-size.ts';
import type { QrMatrix } from './matrix.ts';

/** Pixels in the order of `ImageData`: red, green, blue, alpha. */
export interface Raster {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** The matrix with its quiet zone, each module a square of `scale` whole pixels: nothing to be smoothed. */
export function rasterize(matrix: QrMatrix, scale: number): Raster {
  const side = (matrix.size + 2 * QUIET_ZONE) * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let row = 0; row < matrix.size; row++) {
    for (let column = 0; column < matrix.size; column++) {
      if (matrix.isDark(row, column)) blacken(data, side, row + QUIET_ZONE, column + QUIET_ZONE, scale);
    }
  }
  return { data, width: side, height: side };
}

function blacken(data: Uint8ClampedArray, side: number, row: number, column: number, scale: number): void {
  for (let y = row * scale; y < (row + 1) * scale; y++) {
    for (let x = column * scale; x < (column + 1) * scale; x++) {
      data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
}

/** The largest whole scale at which the QR fits a square of `pixels`; 0 when it does not fit at all. */
export function largestScale(matrix: QrMatrix, pixels: number): number {
  return Math.floor(pixels / (matrix.size + 2 * QUIET_ZONE));
}
