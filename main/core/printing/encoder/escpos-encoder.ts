import { printable } from '../../../../shared/domain/ticket/printable.ts';
import type { TicketItem, TicketLine } from '../../../../shared/domain/ticket/ticket.ts';
import { toCp850 } from '../cp850.ts';
import type { PrinterProfile, TicketEncoder } from '../encoder-port.ts';
import { align, barcode, codepage, cut, INITIALIZE, look, nativeQr, raster, size } from './escpos-bytes.ts';
import { qrForm } from './qr-form.ts';
import { moduleSize, qrImage } from './qr-image.ts';

const BARCODE_HEIGHT = 64;

/** Creates the second encoder of ESC/POS. It sets each line's size by `ESC !`, which every printer of the table knows. */
export function createEscposEncoder(): TicketEncoder {
  return {
    encode(ticket, profile) {
      if (ticket.columns !== profile.columns) throw new RangeError('a ticket for paper of another width');
      const start = [profile.prefix, INITIALIZE, codepage(profile.codepage.n)];
      const parts = [...start, ...ticket.items.flatMap((item) => bytesOf(item, profile))];
      return Uint8Array.of(...parts.flatMap((part) => [...part]));
    },
  };
}

function bytesOf(item: TicketItem, profile: PrinterProfile): readonly Uint8Array[] {
  switch (item.kind) {
    case 'line':
      return lineBytes(item);
    case 'qr':
      return [align('center'), size(1), qrBytes(item, profile)];
    case 'barcode':
      return [align('center'), size(1), barcode(item.data, BARCODE_HEIGHT)];
    case 'feed':
      return [new Uint8Array(item.lines).fill(0x0a)];
    case 'cut':
      return profile.cut === 'none' ? [] : [cut(profile.cut)];
  }
}

/** `ESC !` sets the size and ends bold, so the look comes after it. */
function lineBytes(line: TicketLine): readonly Uint8Array[] {
  const text = Uint8Array.of(...toCp850(printable(line.text)), 0x0a);
  return [align(line.align), size(line.size), look(line.bold, line.inverse), text];
}

function qrBytes(item: Extract<TicketItem, { kind: 'qr' }>, profile: PrinterProfile): Uint8Array {
  const { data } = item;
  if (qrForm(item, profile) === 'raster') return raster(qrImage(data, profile.dots));
  return nativeQr(data, moduleSize(data, profile.dots));
}
