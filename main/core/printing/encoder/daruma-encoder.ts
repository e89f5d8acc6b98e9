import {
  BARCODE_DOTS,
  BARCODE_MODULE,
  type TicketItem,
  type TicketLine,
} from '../../../../shared/domain/ticket/ticket.ts';
import { printable } from '../../../../shared/domain/ticket/printable.ts';
import type { PrinterProfile, TicketEncoder } from '../encoder-port.ts';
import { toCp850 } from '../cp850.ts';
import { moduleSize } from './qr-image.ts';

const SIDES = { left: 0, center: 1, right: 2 } as const;
const SMALLEST_MODULE = 3;
const LARGEST_MODULE = 7;
const LEVEL_M = 0x4d;
const CODE_128 = 5;

/**
 * Creates the encoder of ESC/Daruma, which neither encoder package supports. Sources as in interpreter/daruma.ts. The language
 * has no known command for white on black, so such a line is bold. Its sources agree on no command for pictures, so the printer
 * draws each QR.
 */
export function createDarumaEncoder(): TicketEncoder {
  return {
    encode(ticket, profile) {
      if (ticket.columns !== profile.columns) throw new RangeError('a ticket for paper of another width');
      const start = [...profile.prefix, 0x1b, 0x40, 0x1b, 0x74, profile.codepage.n];
      return Uint8Array.from([start, ...ticket.items.map((item) => bytesOf(item, profile))].flat());
    },
  };
}

function bytesOf(item: TicketItem, profile: PrinterProfile): readonly number[] {
  switch (item.kind) {
    case 'line':
      return lineBytes(item);
    case 'qr':
      // The empty line is the quiet zone above it.
      return [0x0a, ...side('center'), ...qr(item.data, profile.dots), 0x0a];
    case 'barcode':
      return [...side('center'), ...barcode(item.data), 0x0a];
    case 'feed':
      return Array<number>(item.lines).fill(0x0a);
    case 'cut':
      return profile.cut === 'none' ? [] : [0x1b, 0x6d];
  }
}

function lineBytes({ align, bold, inverse, size, text }: TicketLine): readonly number[] {
  const double = size - 1;
  const weight = bold || inverse ? 0x45 : 0x46;
  const look = [...side(align), 0x1b, 0x57, double, 0x1b, 0x77, double, 0x1b, weight];
  return [...look, ...toCp850(printable(text)), 0x0a];
}

/** ESC j. */
function side(align: TicketLine['align']): readonly number[] {
  return [0x1b, 0x6a, SIDES[align]];
}

/** ESC 81: the length includes size and level. The data are UTF-8 bytes, as on the screen. */
function qr(data: string, dots: number): readonly number[] {
  const size = Math.min(LARGEST_MODULE, Math.max(SMALLEST_MODULE, moduleSize(data, dots)));
  const bytes = Buffer.from(data, 'utf8');
  const length = bytes.length + 2;
  return [0x1b, 0x81, length & 0xff, length >> 8, size, LEVEL_M, ...bytes];
}

/** ESC b: without text beside it, and with NUL at the end. */
function barcode(data: string): readonly number[] {
  return [0x1b, 0x62, CODE_128, BARCODE_MODULE, BARCODE_DOTS, 0, ...Buffer.from(data, 'latin1'), 0];
}
