import type Printer from 'escpos/printer.js';
import { printable } from '../../../../shared/domain/ticket/printable.ts';
import type { TicketItem } from '../../../../shared/domain/ticket/ticket.ts';
import type { PrinterProfile, TicketEncoder } from '../encoder-port.ts';
import { barcode, codepage, cut, INITIALIZE, look, nativeQr, raster } from './escpos-bytes.ts';
import { qrForm } from './qr-form.ts';
import { moduleSize, qrImage } from './qr-image.ts';

const BARCODE_HEIGHT = 64;
const SIDES = { left: 'lt', center: 'ct', right: 'rt' } as const;

/**
 * Loads the second encoder, on escpos 2.5.2. Loaded only if a printer is set up with it. The library lays text out. Its code
 * page, QR, barcode and cut are wrong or missing (docs/adr/0009), so these bytes are ours.
 */
export async function loadEscposEncoder(): Promise<TicketEncoder> {
  const { default: EscposPrinter } = await import('escpos/printer.js');
  return {
    encode(ticket, profile) {
      if (ticket.columns !== profile.columns) throw new RangeError('a ticket for paper of another width');
      const parts: Uint8Array[] = [];
      const adapter = {
        write(bytes: Uint8Array, done: () => void): void {
          parts.push(Uint8Array.from(bytes));
          done();
        },
      };
      const printer = new EscposPrinter(adapter, { encoding: profile.codepage.name });
      for (const bytes of [profile.prefix, INITIALIZE, codepage(profile.codepage.n)]) write(printer, bytes);
      for (const item of ticket.items) add(printer, item, profile);
      printer.flush(() => undefined);
      return Uint8Array.of(...parts.flatMap((part) => [...part]));
    },
  };
}

function add(printer: Printer, item: TicketItem, profile: PrinterProfile): void {
  switch (item.kind) {
    case 'line':
      // `ESC !` sets the size and ends bold, so the look comes after it.
      printer.align(SIDES[item.align]).size(item.size, item.size);
      write(printer, look(item.bold, item.inverse));
      printer.text(printable(item.text));
      return;
    case 'qr':
      printer.align('ct').size(1, 1);
      write(printer, qrBytes(item, profile));
      return;
    case 'barcode':
      printer.align('ct').size(1, 1);
      write(printer, barcode(item.data, BARCODE_HEIGHT));
      return;
    case 'feed':
      write(printer, new Uint8Array(item.lines).fill(0x0a));
      return;
    case 'cut':
      if (profile.cut !== 'none') write(printer, cut(profile.cut));
  }
}

function qrBytes(item: Extract<TicketItem, { kind: 'qr' }>, profile: PrinterProfile): Uint8Array {
  const { data } = item;
  if (qrForm(item, profile) === 'raster') return raster(qrImage(data, profile.dots));
  return nativeQr(data, moduleSize(data, profile.dots));
}

function write(printer: Printer, bytes: Uint8Array): void {
  printer.buffer.write(Buffer.from(bytes));
}
