import type { Bitmap } from '../../../main/core/gateway/training/png.ts';

export function createBitmap(width: number, height: number): Bitmap {
  return { width, height, dots: new Uint8Array(width * height) };
}

/** Fills a rectangle with black or white. Throws a RangeError outside the picture, because a printer has no dots there. */
export function fill(
  { width, height, dots }: Bitmap,
  at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  dot: 0 | 1 = 1,
): void {
  if (at.x < 0 || at.y < 0 || at.x + at.width > width || at.y + at.height > height)
    throw new RangeError(`dots outside the paper at ${at.x}, ${at.y}`);
  for (let y = at.y; y < at.y + at.height; y += 1)
    dots.fill(dot, y * width + at.x, y * width + at.x + at.width);
}
