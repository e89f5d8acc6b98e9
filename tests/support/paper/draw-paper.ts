import QRCode from 'qrcode';
import type { Bitmap } from '../../../main/core/gateway/training/png.ts';
import type { PrinterEvent, Run, Side } from '../../../main/core/printing/interpreter/machine.ts';
import { code128 } from '../../../shared/domain/ticket/code128.ts';
import { createBitmap, fill } from './bitmap.ts';
import { loadPrinterFont, type PrinterFont } from './printer-font.ts';

/** Dots from one line to the next, as printers begin with. */
const LINE_SPACING = 30;
/** The white beside the printable dots: 58 mm paper has 464 dots across, 80 mm has 640. */
const MARGINS: Readonly<Record<number, number>> = { 384: 40, 576: 32 };
const TOP = 24;
const DASH = 8;

/** Draws a printer's events dot by dot: 203 to an inch. Throws a RangeError beyond its edge. */
export function drawPaper(events: readonly PrinterEvent[], dots: number): Bitmap {
  const parts = events.map((event) => drawEvent(event, dots));
  const margin = MARGINS[dots] ?? 0;
  const page = createBitmap(dots + 2 * margin, TOP + parts.reduce((sum, { height }) => sum + height, 0));
  let y = TOP;
  for (const part of parts) {
    for (let row = 0; row < part.height; row += 1) {
      const line = part.dots.subarray(row * part.width, (row + 1) * part.width);
      page.dots.set(line, (y + row) * page.width + margin);
    }
    y += part.height;
  }
  return page;
}

function drawEvent(event: PrinterEvent, dots: number): Bitmap {
  switch (event.kind) {
    case 'line':
      return drawLine(event.runs, event.side, dots);
    case 'raster':
      return placed(event, event.side, dots);
    case 'qr':
      return placed(drawQr(event.data, event.moduleSize), event.side, dots);
    case 'barcode':
      return placed(drawBarcode(event.data, event.moduleSize, event.height), event.side, dots);
    case 'cut':
      return drawCut(dots);
    case 'drawer':
      return createBitmap(dots, 0);
  }
}

function drawLine(runs: readonly Run[], side: Side, dots: number): Bitmap {
  const font = fonts();
  const { width, height } = font.plain;
  const widths = runs.map(({ text, look }) => text.length * width * look.width);
  const across = widths.reduce((sum, one) => sum + one, 0);
  const high = Math.max(LINE_SPACING, ...runs.map(({ look }) => height * look.height));
  const line = createBitmap(dots, high);
  let x = startOf(across, side, dots);
  for (const { text, look } of runs) {
    for (const character of text) {
      const glyph = font[look.bold ? 'bold' : 'plain'].glyph(character);
      const top = high - height * look.height;
      const cell = { width: look.width, height: look.height };
      for (let row = 0; row < height; row += 1) {
        for (let column = 0; column < width; column += 1) {
          if (glyph(column, row) === look.inverse) continue;
          fill(line, { x: x + column * look.width, y: top + row * look.height, ...cell });
        }
      }
      x += width * look.width;
    }
  }
  return line;
}

function drawQr(data: Uint8Array, moduleSize: number): Bitmap {
  const { modules } = QRCode.create(new TextDecoder('utf-8', { fatal: true }).decode(data), {
    errorCorrectionLevel: 'M',
  });
  const square = { width: moduleSize, height: moduleSize };
  const symbol = createBitmap(modules.size * moduleSize, modules.size * moduleSize);
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x) !== 0) fill(symbol, { x: x * moduleSize, y: y * moduleSize, ...square });
    }
  }
  return symbol;
}

function drawBarcode(data: string, moduleSize: number, height: number): Bitmap {
  const modules = code128(data);
  const symbol = createBitmap(modules.length * moduleSize, height);
  modules.forEach((black, at) => {
    if (black) fill(symbol, { x: at * moduleSize, y: 0, width: moduleSize, height });
  });
  return symbol;
}

function drawCut(dots: number): Bitmap {
  const line = createBitmap(dots, DASH * 2);
  for (let x = 0; x < dots; x += DASH * 2) fill(line, { x, y: DASH, width: DASH, height: 2 });
  return line;
}

/** A picture at its side of the paper. */
function placed(picture: Bitmap, side: Side, dots: number): Bitmap {
  const line = createBitmap(dots, picture.height);
  const x = startOf(picture.width, side, dots);
  for (let y = 0; y < picture.height; y += 1) {
    line.dots.set(picture.dots.subarray(y * picture.width, (y + 1) * picture.width), y * dots + x);
  }
  return line;
}

function startOf(width: number, side: Side, dots: number): number {
  if (width > dots) throw new RangeError(`${width} dots on paper of ${dots}`);
  return side === 'left' ? 0 : side === 'right' ? dots - width : (dots - width) >> 1;
}

let loaded: Readonly<Record<'plain' | 'bold', PrinterFont>> | null = null;

function fonts(): NonNullable<typeof loaded> {
  loaded ??= { plain: loadPrinterFont('plain'), bold: loadPrinterFont('bold') };
  return loaded;
}
