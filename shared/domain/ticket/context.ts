import type { EpochMs } from '../../kernel/time.ts';
import type { Charge } from '../charge/charge.ts';
import type { PanelWord } from '../charge/panel-word.ts';
import type { Centavos } from '../money/centavos.ts';

/** What a ticket says besides what happened. A slip is always in Portuguese, whatever the screens speak. */
export interface TicketContext {
  readonly shopName: string;
  /** Who sold or asked for it; null leaves it out. */
  readonly operator: string | null;
  /** The store's time zone by name. */
  readonly zone: string;
  /** True: the ticket says that no money moves. */
  readonly training: boolean;
  readonly printedAt: EpochMs;
}

/** What is taken of a charge, and its wallet's name as people know it. Money in centavos, instants in epoch ms. */
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

/** How many, and how much together. */
export interface TicketSum {
  readonly count: number;
  readonly total: Centavos;
}

/** One row of a closing: a wallet, what came in by it and what went back. */
export interface ClosingRow extends TicketSum {
  readonly walletName: string;
  readonly refunded?: TicketSum;
}

/** A shift that was closed. What may be missing is not in the slips that an older version queued: they are printed again too. */
export interface TicketShift {
  readonly till: string;
  /** Whose shift it was, by name. */
  readonly operator?: string;
  readonly openedAt: EpochMs;
  readonly closedAt: EpochMs;
  readonly rows: readonly ClosingRow[];
  readonly refunded: TicketSum;
  /** Charges by the panel's words for how they stood; only words that there are charges for. */
  readonly statuses: readonly {
    readonly word: PanelWord;
    readonly count: number;
    readonly total?: Centavos;
  }[];
  readonly late: number;
  readonly lateTotal?: Centavos;
  /** Settled without proof. */
  readonly forced: number;
  readonly forcedTotal?: Centavos;
  /** Of all that: what belongs to charges of earlier shifts. */
  readonly earlier?: { readonly received: TicketSum; readonly refunded: TicketSum };
  readonly first: ClosingEdge | null;
  readonly last: ClosingEdge | null;
  /** The ledger's head after the closing: its row and its hash, hexadecimal. */
  readonly head: { readonly seq: number; readonly hash: string };
}

/** The first or the last charge of a shift. */
export interface ClosingEdge {
  readonly at: EpochMs;
  readonly shortCode: string;
  readonly amount: Centavos;
}

/** What a kind of printer can do, as far as not each of them can. */
export interface PrinterAbilities {
  /** White on black. */
  readonly inverse: boolean;
  readonly cut: boolean;
  /** The ways in which a QR reaches its paper. */
  readonly qrs: readonly ('native' | 'raster')[];
}

/** A document and what it is about. */
export type OriginalRequest =
  | { readonly document: 'qr-slip' | 'receipt' | 'cancel' | 'late'; readonly charge: TicketCharge }
  | {
      readonly document: 'refund';
      /** As it is after the refund: `refundedAmount` holds this one too. */
      readonly charge: TicketCharge;
      readonly refund: { readonly amount: Centavos; readonly at: EpochMs };
    }
  | { readonly document: 'closing'; readonly shift: TicketShift }
  | { readonly document: 'test'; readonly profileName: string; readonly can: PrinterAbilities };

/** An original, or one printed again and marked 2ª VIA. */
export type TicketRequest = OriginalRequest | { readonly document: 'copy'; readonly of: OriginalRequest };

/** What a copy is a copy of; an original is itself. */
export function originalOf(request: TicketRequest): OriginalRequest {
  return request.document === 'copy' ? request.of : request;
}
