/** Characters on a line in the printer's usual font: 58 mm paper has 32, 80 mm has 42 or 48. */
export type Columns = 32 | 42 | 48;

/** Returns the dots across of paper with so many columns. A character is 12 dots wide, at 203 dots per inch. */
export function dotsOf(columns: Columns): number {
  return columns === 32 ? 384 : 576;
}

/** The dots of a barcode's module and of its height. A scanner reads it from about 10 cm. */
export const BARCODE_MODULE = 3;
export const BARCODE_DOTS = 64;

/** How a QR is printed: as the printer's profile says, or in one form always (the test page prints both). */
export type QrForm = 'profile' | 'native' | 'raster';

/** One printed line. Its text has at most as many characters as the paper has columns, at size 2 half of them. */
export interface TicketLine {
  readonly kind: 'line';
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
  readonly bold: boolean;
  /** 2 is twice as wide and twice as high. */
  readonly size: 1 | 2;
  /** White on black. */
  readonly inverse: boolean;
}

export type TicketItem =
  | TicketLine
  | { readonly kind: 'qr'; readonly data: string; readonly form: QrForm }
  /** Code 128, for a scanner at the till. ASCII only. */
  | { readonly kind: 'barcode'; readonly data: string }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'cut' };

/** The content of one piece of paper as data. The printer's bytes and the preview on the screen are made from it. */
export interface Ticket {
  readonly columns: Columns;
  readonly items: readonly TicketItem[];
}

/** A ticket as a screen shows it. A QR that could be paid is replaced by an empty place. */
export interface ShownTicket {
  readonly columns: Columns;
  readonly items: readonly (TicketItem | { readonly kind: 'withheld-qr' })[];
}

/** Returns a ticket without its QRs, because they could be paid from the screen. */
export function withholdQrs({ columns, items }: Ticket): ShownTicket {
  return { columns, items: items.map((item) => (item.kind === 'qr' ? { kind: 'withheld-qr' } : item)) };
}

/** Returns the lines of a ticket as they are on paper, without their style. */
export function ticketText(ticket: ShownTicket): string[] {
  return ticket.items.flatMap((item) => (item.kind === 'line' ? [item.text] : []));
}

/** Returns the texts of a ticket's QRs, in their order. */
export function ticketQrs(ticket: ShownTicket): string[] {
  return ticket.items.flatMap((item) => (item.kind === 'qr' ? [item.data] : []));
}
