import type { Pixels } from './qr-image.ts';

/** ESC @ and FS .: a reset, and no Chinese characters. Source of all commands: Epson, ESC/POS Command Reference. */
export const INITIALIZE = Uint8Array.of(0x1b, 0x40, 0x1c, 0x2e);

/** ESC t n. */
export const codepage = (n: number): Uint8Array => Uint8Array.of(0x1b, 0x74, n);

const SIDES = { left: 0, center: 1, right: 2 } as const;

/** ESC a: the side of a line. */
export const align = (side: keyof typeof SIDES): Uint8Array => Uint8Array.of(0x1b, 0x61, SIDES[side]);

/** ESC !: the normal size, and for 2 also double width and height. */
export const size = (times: 1 | 2): Uint8Array =>
  times === 1 ? Uint8Array.of(0x1b, 0x21, 0) : Uint8Array.of(0x1b, 0x21, 0, 0x1b, 0x21, 0x30);

/** ESC E and GS B: bold, and white on black. */
export const look = (bold: boolean, inverse: boolean): Uint8Array =>
  Uint8Array.of(0x1b, 0x45, Number(bold), 0x1d, 0x42, Number(inverse));

/** GS V: the cut. */
export const cut = (kind: 'full' | 'partial'): Uint8Array =>
  Uint8Array.of(0x1d, 0x56, kind === 'full' ? 0 : 1);

/** GS k 73: Code 128, set B, of ASCII text. */
export function barcode(data: string, height: number): Uint8Array {
  const body = latin1(`{B${data}`);
  return Uint8Array.of(
    0x1d,
    0x68,
    height,
    0x1d,
    0x77,
    3,
    0x1d,
    0x48,
    0,
    0x1d,
    0x6b,
    73,
    body.length,
    ...body,
    0x0a,
  );
}

/** GS ( k: a QR that the printer draws, level M, of ASCII text. The empty line is the quiet zone above it. */
export function nativeQr(data: string, moduleSize: number): Uint8Array {
  const part = (body: readonly number[]): number[] => [0x1d, 0x28, 0x6b, ...word(body.length), ...body];
  return Uint8Array.of(
    0x0a,
    ...part([49, 65, 50, 0]),
    ...part([49, 67, moduleSize]),
    ...part([49, 69, 49]),
    ...part([49, 80, 48, ...latin1(data)]),
    ...part([49, 81, 48]),
    0x0a,
  );
}

/** GS v 0: a picture whose width is a multiple of 8. */
export function raster({ data, width, height }: Pixels): Uint8Array {
  const packed = new Uint8Array((width / 8) * height);
  for (let dot = 0; dot < width * height; dot += 1) {
    if ((data[dot * 4] ?? 255) < 128) packed[dot >> 3] = (packed[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
  }
  return Uint8Array.of(0x1d, 0x76, 0x30, 0, ...word(width / 8), ...word(height), ...packed, 0x0a);
}

function word(value: number): number[] {
  return [value & 0xff, value >> 8];
}

function latin1(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
