import type { EpochMs } from '../../kernel/time.ts';
import type { Charge } from '../charge/charge.ts';
import type { StoredStatus } from '../charge/stored-status.ts';
import type { Centavos } from '../money/centavos.ts';

/** The content of a ticket besides its document. A slip is always in Portuguese, also if the screens are in English. */
export interface TicketContext {
  readonly shopName: string;
  /** The name of the operator. Null leaves it out. */
  readonly operator: string | null;
  /** The store's time zone by name. */
  readonly zone: string;
  /** If true, the ticket says that no money moves. */
  readonly training: boolean;
  readonly printedAt: EpochMs;
}

/** The fields of a charge that a ticket shows, and the name of its wallet. Money in centavos, instants in epoch ms. */
export interface TicketCharge extends Pick<
  Charge,
  | 'id'
  | 'till'
  | 'reference'
  | 'amount'
  | 'paidAmount'
  | 'refundedAmount'
  | 'brCode'
  | 'deadlineAt'
  | 'approvedAt'
  | 'closedAt'
  | 'endToEndId'
  | 'late'
> {
  readonly walletName: string;
}

/** How many, and how much in total, in centavos. */
export interface TicketSum {
  readonly count: number;
  readonly total: Centavos;
}

/** One row of a closing: a wallet, its payments and its refunds. */
export interface ClosingRow extends TicketSum {
  readonly walletName: string;
  readonly refunded?: TicketSum;
}

/** A closed shift. Optional fields are missing in slips that an older version queued, which can be printed again too. */
export interface TicketShift {
  readonly till: string;
  /** The name of the shift's operator. */
  readonly operator?: string;
  readonly openedAt: EpochMs;
  readonly closedAt: EpochMs;
  readonly rows: readonly ClosingRow[];
  readonly refunded: TicketSum;
  /** The charges by their status at the closing, under its stored name. Only statuses with charges. */
  readonly statuses: readonly {
    readonly word: StoredStatus;
    readonly count: number;
    readonly total?: Centavos;
  }[];
  readonly late: number;
  readonly lateTotal?: Centavos;
  /** The number of charges that were settled without proof. */
  readonly forced: number;
  readonly forcedTotal?: Centavos;
  /** The part of the payments and refunds that belongs to charges of earlier shifts. */
  readonly earlier?: { readonly received: TicketSum; readonly refunded: TicketSum };
  readonly first: ClosingEdge | null;
  readonly last: ClosingEdge | null;
  /** The ledger's head after the closing: the number of the row and its hash, hexadecimal. */
  readonly head: {
    readonly seq: number;
    readonly hash: string;
    /** The public key that signed it, hexadecimal. Absent without a keychain. */
    readonly key?: string;
  };
}

/** The first or the last charge of a shift. */
export interface ClosingEdge {
  readonly at: EpochMs;
  readonly shortCode: string;
  readonly amount: Centavos;
}

/** The abilities of a kind of printer that other kinds may lack. */
export interface PrinterAbilities {
  /** White on black. */
  readonly inverse: boolean;
  readonly cut: boolean;
  /** The ways in which a QR reaches its paper. */
  readonly qrs: readonly ('native' | 'raster')[];
}

/** A document and its content. */
export type OriginalRequest =
  | { readonly document: 'qr-slip' | 'receipt' | 'cancel' | 'late'; readonly charge: TicketCharge }
  | {
      readonly document: 'refund';
      /** The charge after the refund. Its `refundedAmount` includes this refund. */
      readonly charge: TicketCharge;
      readonly refund: { readonly amount: Centavos; readonly at: EpochMs };
    }
  | { readonly document: 'closing'; readonly shift: TicketShift }
  | { readonly document: 'test'; readonly profileName: string; readonly can: PrinterAbilities };

/** An original, or one printed again and marked 2ª VIA. */
export type TicketRequest = OriginalRequest | { readonly document: 'copy'; readonly of: OriginalRequest };

/** Returns the original of a copy. Returns an original as it is. */
export function originalOf(request: TicketRequest): OriginalRequest {
  return request.document === 'copy' ? request.of : request;
}
