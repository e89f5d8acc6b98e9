import { crc32, deflateSync } from 'node:zlib';

/** A picture of black dots on white, one byte each: 1 is black. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

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

/** Returns a PNG with one bit for each dot (W3C, PNG specification, third edition). */
export function toPng({ width, height, dots }: Bitmap): Uint8Array {
  const stride = Math.ceil(width / 8) + 1;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dots[y * width + x] === 1) continue;
      const at = y * stride + 1 + (x >> 3);
      rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const parts = [
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
