import jsQR from 'jsqr';
import type { Raster } from './rasterize.ts';

export type SelfCheck = 'equal' | 'different' | 'unreadable';

/** Reads the pixels that are about to be shown, as a phone would, and compares what they say with what they must say. */
export function selfCheck(image: Raster, expected: string): SelfCheck {
  const read = jsQR.default(image.data, image.width, image.height, { inversionAttempts: 'dontInvert' });
  if (read === null) return 'unreadable';
  return read.data === expected ? 'equal' : 'different';
}
