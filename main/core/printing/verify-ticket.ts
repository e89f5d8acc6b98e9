import jsQR from 'jsqr';
import { ticketQrs, ticketText, type Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { interpret, type Dialect } from './interpreter/interpret.ts';
import type { PrinterEvent } from './interpreter/machine.ts';

/**
 * Why bytes must not be printed: not the printer's language, a text that differs from the ticket, a QR that differs from the
 * ticket.
 */
export type UnfitBytes = 'not-its-language' | 'other-text' | 'other-qr';

/**
 * Interprets the bytes as a printer does, before they are queued. Every command must be known, the lines must be the lines of
 * the ticket, each QR must have the UTF-8 bytes of the ticket's QR, and the bytes must not open the drawer.
 */
export function verifyTicket(bytes: Uint8Array, ticket: Ticket, dialect: Dialect): Result<null, UnfitBytes> {
  const events = tryInterpret(bytes, dialect);
  if (events === null || events.some(({ kind }) => kind === 'drawer')) return err('not-its-language');
  const printed = events
    .flatMap((event) => (event.kind === 'line' ? [event.text.trim()] : []))
    .filter(Boolean);
  const wanted = ticketText(ticket)
    .map((line) => line.trim())
    .filter(Boolean);
  if (printed.join('\n') !== wanted.join('\n')) return err('other-text');
  const qrs = readQrs(events);
  const wantedQrs = ticketQrs(ticket).map((text) => Buffer.from(text, 'utf8'));
  const isSame = qrs.length === wantedQrs.length && wantedQrs.every((qr, at) => qr.equals(qrs[at] ?? UNREAD));
  return isSame ? ok(null) : err('other-qr');
}

/** The bytes of a QR that cannot be read. No QR has none. */
const UNREAD = new Uint8Array();

function tryInterpret(bytes: Uint8Array, dialect: Dialect): readonly PrinterEvent[] | null {
  try {
    return interpret(bytes, dialect);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Returns the bytes of the QRs in order. An image can have several strips. */
function readQrs(events: readonly PrinterEvent[]): Uint8Array[] {
  const qrs: Uint8Array[] = [];
  let strips: Extract<PrinterEvent, { kind: 'raster' }>[] = [];
  const endImage = (): void => {
    if (strips.length > 0) qrs.push(readImage(strips));
    strips = [];
  };
  for (const event of events) {
    if (event.kind === 'raster') strips.push(event);
    else if (event.kind !== 'line' || event.text !== '') endImage();
    if (event.kind === 'qr') qrs.push(event.data);
  }
  endImage();
  return qrs;
}

function readImage(strips: readonly Extract<PrinterEvent, { kind: 'raster' }>[]): Uint8Array {
  const width = strips[0]?.width ?? 0;
  const dots = strips.flatMap((strip) => [...strip.dots]);
  const pixels = new Uint8ClampedArray(dots.length * 4).fill(255);
  dots.forEach((dot, at) => {
    if (dot === 1) pixels.fill(0, at * 4, at * 4 + 3);
  });
  const read = jsQR.default(pixels, width, dots.length / width, { inversionAttempts: 'dontInvert' });
  return read === null ? UNREAD : Uint8Array.from(read.binaryData);
}
