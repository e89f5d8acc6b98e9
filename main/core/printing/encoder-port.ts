import type { PrinterAbilities } from '../../../shared/domain/ticket/context.ts';
import type { Columns, Ticket } from '../../../shared/domain/ticket/ticket.ts';
import type { Dialect } from './interpreter/interpret.ts';

/** The facts about a kind of printer that an encoder and a transport need. */
export interface PrinterProfile {
  readonly id: string;
  /** The name in the list of the settings. */
  readonly name: string;
  readonly dialect: Dialect;
  readonly columns: Columns;
  /** Printable dots across: 203 dots per inch, 384 on 58 mm paper and 576 on 80 mm. */
  readonly dots: 384 | 576;
  /** The code page, and its number in `ESC t n`. */
  readonly codepage: { readonly name: 'cp850'; readonly n: number };
  /** `raster` if the printer may not know the commands for a QR. */
  readonly qr: 'native' | 'raster';
  readonly cut: 'full' | 'partial' | 'none';
  /** The command that opens a cash drawer at the printer. */
  readonly drawer: Uint8Array;
  readonly status: 'dle' | 'bema' | 'daruma' | 'enq' | 'none';
  /** The abilities that a test page shows. */
  readonly can: PrinterAbilities;
  /** The bytes that are sent first. They put the printer into this dialect. */
  readonly prefix: Uint8Array;
}

/** Encodes a ticket for a printer. No I/O. The same ticket and profile give the same bytes. */
export interface TicketEncoder {
  /** Throws a RangeError if the ticket has another width than the profile. */
  encode(ticket: Ticket, profile: PrinterProfile): Uint8Array;
}
