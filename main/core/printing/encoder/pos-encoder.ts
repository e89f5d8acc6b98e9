import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { printable } from '../../../../shared/domain/ticket/printable.ts';
import type { TicketItem, TicketLine } from '../../../../shared/domain/ticket/ticket.ts';
import type { PrinterProfile, TicketEncoder } from '../encoder-port.ts';
import { qrForm } from './qr-form.ts';
import { moduleSize, qrImage } from './qr-image.ts';

/** The height of a barcode, in dots. A scanner at the till reads it from 10 cm. */
const BARCODE_HEIGHT = 64;

/** Creates the default encoder, on @point-of-sale/receipt-printer-encoder. */
export function createPosEncoder(): TicketEncoder {
  return {
    encode(ticket, profile) {
      if (ticket.columns !== profile.columns) throw new RangeError('a ticket for paper of another width');
      const printer = new ReceiptPrinterEncoder({
        language: 'esc-pos',
        columns: profile.columns,
        // Fixed, because `auto` of the library changes code pages inside a line and uses the numbers of Epson.
        codepageMapping: { cp850: profile.codepage.n },
        imageMode: 'raster',
        feedBeforeCut: 0,
        newline: '\n',
      });
      printer.initialize().codepage('cp850');
      for (const item of ticket.items) add(printer, item, profile);
      const bytes = printer.encode();
      if (!(bytes instanceof Uint8Array)) throw new TypeError('the encoder gave no bytes');
      return Uint8Array.of(...profile.prefix, ...bytes);
    },
  };
}

function add(printer: ReceiptPrinterEncoder, item: TicketItem, profile: PrinterProfile): void {
  switch (item.kind) {
    case 'line':
      addLine(printer, item);
      return;
    case 'qr':
      addQr(printer, item.data, qrForm(item, profile), profile.dots);
      return;
    case 'barcode':
      printer
        .align('center')
        .barcode(item.data, 'code128', { height: BARCODE_HEIGHT, width: 2, text: false });
      printer.align('left');
      return;
    case 'feed':
      printer.newline(item.lines);
      return;
    case 'cut':
      if (profile.cut !== 'none') printer.cut(profile.cut);
  }
}

function addLine(printer: ReceiptPrinterEncoder, line: TicketLine): void {
  printer.align(line.align).bold(line.bold).invert(line.inverse).size(line.size, line.size);
  printer.line(printable(line.text));
  printer.size(1, 1).invert(false).bold(false).align('left');
}

function addQr(printer: ReceiptPrinterEncoder, data: string, form: 'native' | 'raster', dots: number): void {
  // A QR has a quiet zone of four modules. An image includes it. A QR that the printer draws gets an empty line.
  if (form === 'native') printer.newline();
  printer.align('center');
  if (form === 'native') {
    printer.qrcode(data, { model: 2, size: moduleSize(data, dots), errorlevel: 'm' });
  } else {
    const image = qrImage(data, dots);
    printer.image(image, image.width, image.height, 'threshold', 128);
  }
  printer.align('left');
}
