import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { afterAll, describe, expect, it } from 'vitest';
import { SAMPLE_BR_CODE, sampleCharge, sampleContext } from '../../../build/run/ticket/sample.ts';
import { createSeededRandom } from '../../../build/run/seeded-random.ts';
import { createPosEncoder } from '../../../main/core/printing/encoder/pos-encoder.ts';
import type { PrinterProfile, TicketEncoder } from '../../../main/core/printing/encoder-port.ts';
import { toPng, type Bitmap } from '../../../main/core/gateway/training/png.ts';
import { interpret } from '../../../main/core/printing/interpreter/interpret.ts';
import type { PrinterEvent } from '../../../main/core/printing/interpreter/machine.ts';
import { PROFILES } from '../../../main/core/printing/profiles.ts';
import { barcodeOf, shortCode } from '../../../shared/domain/short-code/short-code.ts';
import { buildTicket } from '../../../shared/domain/ticket/build-ticket.ts';
import { allEncoders } from '../../support/printers/all-encoders.ts';
import { drawPaper } from '../../support/paper/draw-paper.ts';

const folder = mkdtempSync(join(tmpdir(), 'balcao-zbar-'));
afterAll(() => rmSync(folder, { recursive: true }));

function slip(encoder: TicketEncoder, profile: PrinterProfile): readonly PrinterEvent[] {
  const ticket = buildTicket({ document: 'qr-slip', charge: sampleCharge }, sampleContext, profile.columns);
  return interpret(encoder.encode(ticket, profile), profile.dialect);
}

/** What zbar reads of a picture, by the kind of symbol. */
function readByZbar(name: string, picture: Uint8Array): string[] {
  const file = join(folder, name);
  writeFileSync(file, picture);
  const options = ['-q', '--nodbus', '-Sdisable', '-Sqrcode.enable', '-Scode128.enable', file];
  const { status, stdout } = spawnSync('zbarimg', options, { encoding: 'utf8' });
  // 4: no symbol in the picture.
  expect([0, 4]).toContain(status);
  return stdout.split('\n').filter(Boolean).toSorted();
}

const both = [`CODE-128:${barcodeOf(shortCode(sampleCharge.id))}`, `QR-Code:${SAMPLE_BR_CODE}`];

const everyPrinter = allEncoders.flatMap(({ name, encoder, profiles }) =>
  profiles.map((profile) => ({ name, encoder, profile, printer: profile.id })),
);

describe('the QR slip as it lies on the counter', () => {
  it.each(everyPrinter)('$name on $printer: zbar reads its QR and its barcode, jsQR its QR', (one) => {
    const page = drawPaper(slip(one.encoder, one.profile), one.profile.dots);
    expect(readByZbar('slip.png', toPng(page))).toEqual(both);
    const pixels = Uint8ClampedArray.from({ length: page.dots.length * 4 }, (_, at) =>
      at % 4 === 3 || page.dots[at >> 2] === 0 ? 255 : 0,
    );
    expect(jsQR.default(pixels, page.width, page.height)?.data).toBe(SAMPLE_BR_CODE);
  });
});

const FLIPPED = 0.1;
const SEEDS = Array.from({ length: 10 }, (_, at) => `seed ${at}`);
/** Squares of so many dots, with modules of 6 dots (58 mm) and 8 (80 mm). */
const FOCUS = [5, 7, 3];

/** One dot in ten of the QR and of the white around it turned over: a worn head, dust, a creased roll. */
function flipped({ width, height, dots }: Bitmap, seed: string): Bitmap {
  const chance = createSeededRandom(seed);
  return { width, height, dots: dots.map((dot) => (chance.fraction() < FLIPPED ? 1 - dot : dot)) };
}

/**
 * What the sensor of a phone makes of it: a lens draws no single dot of an eighth of a millimetre sharp, so each pixel is
 * the mean of the square of `side` dots around it. A PGM of 256 greys; nothing is made sharper, larger or black and white.
 */
function throughLens({ width, height, dots }: Bitmap, side: number): Uint8Array {
  const reach = side >> 1;
  const grey = Buffer.alloc(width * height, 255);
  for (let y = reach; y < height - reach; y += 1) {
    for (let x = reach; x < width - reach; x += 1) {
      let black = 0;
      for (let row = -reach; row <= reach; row += 1) {
        for (let column = -reach; column <= reach; column += 1)
          black += dots[(y + row) * width + x + column] ?? 0;
      }
      grey[y * width + x] = Math.round(255 * (1 - black / side ** 2));
    }
  }
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}

describe.each(['generic-58', 'generic-80'] as const)('the QR slip on %s with one dot in ten wrong', (id) => {
  const { dots } = PROFILES[id];
  const drawn = slip(createPosEncoder(), PROFILES[id]).filter(({ kind }) => kind === 'raster');
  const page = drawPaper(drawn, dots);

  // A camera takes picture after picture while it focuses, until one is read; none may be read as another text.
  it.each(SEEDS)('is still read, %s', (seed) => {
    const worn = flipped(page, seed);
    const read = FOCUS.flatMap((side) => readByZbar('worn.pgm', throughLens(worn, side)));
    expect(new Set(read)).toEqual(new Set([`QR-Code:${SAMPLE_BR_CODE}`]));
  });

  it('is not read with one dot in two wrong, so that the reading proves something', () => {
    const chance = createSeededRandom('noise');
    const noise = { ...page, dots: page.dots.map(() => (chance.fraction() < 0.5 ? 1 : 0)) };
    expect(FOCUS.flatMap((side) => readByZbar('noise.pgm', throughLens(noise, side)))).toEqual([]);
  });
});
