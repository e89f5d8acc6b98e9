import jsQR from 'jsqr';
import type { Raster } from './rasterize.ts';

export type SelfCheck = 'equal' | 'different' | 'unreadable';

/** Reads the pixels that will be shown, as a phone does, and compares their text with the expected one. */
export function selfCheck(image: Raster, expected: string): SelfCheck {
  const read = jsQR.default(image.data, image.width, image.height, { inversionAttempts: 'dontInvert' });
  if (read === null) return 'unreadable';
  return read.data === expected ? 'equal' : 'different';
}
