import type { PrinterAbilities } from '../../../shared/domain/ticket/context.ts';
import type { Columns, Ticket } from '../../../shared/domain/ticket/ticket.ts';
import type { Dialect } from './interpreter/interpret.ts';

/** What an encoder and a transport must know of a kind of printer. */
export interface PrinterProfile {
  readonly id: string;
  /** As the person who installs it finds it in a list. */
  readonly name: string;
  readonly dialect: Dialect;
  readonly columns: Columns;
  /** Printable dots across: 203 dots per inch, 384 on 58 mm paper and 576 on 80 mm. */
  readonly dots: 384 | 576;
  /** The table of accents, and its number in `ESC t n`. */
  readonly codepage: { readonly name: 'cp850'; readonly n: number };
  /** `raster` where the printer may not know the commands for a QR of its own. */
  readonly qr: 'native' | 'raster';
  readonly cut: 'full' | 'partial' | 'none';
  /** Opens a cash drawer that is plugged into the printer. */
  readonly drawer: Uint8Array;
  readonly status: 'dle' | 'bema' | 'daruma' | 'enq' | 'none';
  /** What a test page of it shows. */
  readonly can: PrinterAbilities;
  /** Sent first: what puts the printer into this dialect. */
  readonly prefix: Uint8Array;
}

/** Turns a ticket into a printer's bytes. No I/O; the same ticket and profile give the same bytes. */
export interface TicketEncoder {
  /** Throws a RangeError when the ticket was laid out for another width than the profile's. */
  encode(ticket: Ticket, profile: PrinterProfile): Uint8Array;
}
