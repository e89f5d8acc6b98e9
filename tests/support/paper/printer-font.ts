import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Dots of a character, row by row; 1 is black. */
export interface PrinterFont {
  readonly width: number;
  readonly height: number;
  /** Throws a RangeError for a missing character. */
  glyph(character: string): (x: number, y: number) => boolean;
}

/** Terminus in 12 × 24 dots, the size of a printer's font A. Of Debian's console-setup-linux. */
const FOLDER = '/usr/share/consolefonts';
const FILES = { plain: 'Uni2-Terminus24x12.psf.gz', bold: 'Uni2-TerminusBold24x12.psf.gz' } as const;

const MAGIC = 0x864a_b572;
const END_OF_GLYPH = 0xff;
const SEQUENCE = 0xfe;

/** A font as the console has it: PSF, version 2 (kbd, psf.h). */
export function loadPrinterFont(weight: keyof typeof FILES): PrinterFont {
  const file = gunzipSync(readFileSync(`${FOLDER}/${FILES[weight]}`));
  const field = (at: number): number => file.readUInt32LE(at * 4);
  if (field(0) !== MAGIC) throw new Error(`${FILES[weight]} is no PSF 2`);
  const [start, count, glyphBytes, height, width] = [field(2), field(4), field(5), field(6), field(7)];
  const stride = Math.ceil(width / 8);
  const places = readPlaces(file.subarray(start + count * glyphBytes));
  return {
    width,
    height,
    glyph(character) {
      const place = places.get(character);
      if (place === undefined) throw new RangeError(`the font has no ${character}`);
      const first = start + place * glyphBytes;
      return (x, y) => ((file[first + y * stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
    },
  };
}

/** Reads the table of glyphs: for each glyph its characters in UTF-8, sequences, and an end mark. */
function readPlaces(table: Buffer): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let glyph = 0;
  let from = 0;
  while (from < table.length) {
    const end = table.indexOf(END_OF_GLYPH, from);
    const entry = table.subarray(from, end);
    const sequences = entry.indexOf(SEQUENCE);
    const single = entry.subarray(0, sequences < 0 ? entry.length : sequences).toString('utf8');
    for (const character of single) places.set(character, glyph);
    glyph += 1;
    from = end + 1;
  }
  return places;
}
