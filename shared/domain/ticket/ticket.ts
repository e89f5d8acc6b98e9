/** Characters on a line in the printer's usual font: 58 mm paper has 32, 80 mm has 42 or 48. */
export type Columns = 32 | 42 | 48;

/** Dots across of the paper with so many columns: a character is 12 dots wide, at 203 dots per inch. */
export function dotsOf(columns: Columns): number {
  return columns === 32 ? 384 : 576;
}

/** Dots of a barcode's module and of its height: a scanner at the till reads it from a hand's breadth. */
export const BARCODE_MODULE = 3;
export const BARCODE_DOTS = 64;

/** How a QR reaches the paper: as the printer's profile says, or one way for certain (the test page prints both). */
export type QrForm = 'profile' | 'native' | 'raster';

/** One printed line. Its text fits: at most the columns, and half of them at size 2. */
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

/** What goes on one piece of paper, as data: the printer's bytes and the preview on the screen are made from the same. */
export interface Ticket {
  readonly columns: Columns;
  readonly items: readonly TicketItem[];
}

/** A ticket as a screen shows it: of a QR that could be paid, its room alone. */
export interface ShownTicket {
  readonly columns: Columns;
  readonly items: readonly (TicketItem | { readonly kind: 'withheld-qr' })[];
}

/** A ticket whose QRs are for paper alone: on a screen that nobody watches they could be paid. */
export function withholdQrs({ columns, items }: Ticket): ShownTicket {
  return { columns, items: items.map((item) => (item.kind === 'qr' ? { kind: 'withheld-qr' } : item)) };
}

/** The lines of a ticket as they stand on paper, without their decoration. */
export function ticketText(ticket: ShownTicket): string[] {
  return ticket.items.flatMap((item) => (item.kind === 'line' ? [item.text] : []));
}

/** What the QRs of a ticket say, in their order. */
export function ticketQrs(ticket: ShownTicket): string[] {
  return ticket.items.flatMap((item) => (item.kind === 'qr' ? [item.data] : []));
}
