import type { Centavos } from '../money/centavos.ts';

/** What a Pix QR code says, every text exactly as it stands in the code. */
export interface BrCode {
  readonly payloadFormat: '01';
  /** `11`: may be paid again; `12`: once. Null when the code does not say, as most static ones. */
  readonly pointOfInitiation: '11' | '12' | null;
  /** The receiver's Pix key; only static codes carry one. */
  readonly pixKey: string | null;
  /** Where the payer's bank fetches a dynamic charge, without `https://`. Exactly one of `pixKey` and `url` is present. */
  readonly url: string | null;
  /** Shown to the customer, so that a swapped QR is noticed: never trimmed, never recased. */
  readonly merchantName: string;
  readonly merchantCity: string;
  /** Null when the code carries no amount. Zero is kept as zero. */
  readonly amount: Centavos | null;
  /** Null when absent or `***`, which stands for none. */
  readonly txid: string | null;
  /** ISO 4217 numeric; real is `986`. */
  readonly currency: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** False: the code was damaged or altered on its way and must not be shown. */
  readonly crcOk: boolean;
}

/** The identifier of Pix among the arrangements that share BR Code; compared without regard to case. */
export const PIX_GUI = 'br.gov.bcb.pix';

/** What every EMV code begins with: data object 00, two characters, `01`. */
export const EMV_START = '000201';

/** Stands in data object 62-05 for "no txid". */
export const NO_TXID = '***';
