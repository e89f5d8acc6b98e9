import type { Centavos } from '../money/centavos.ts';

/** The content of a Pix QR code. Every text is exactly as in the code. */
export interface BrCode {
  readonly payloadFormat: '01';
  /** `11`: can be paid more than once. `12`: once. Null if the code does not say, as in most static codes. */
  readonly pointOfInitiation: '11' | '12' | null;
  /** The receiver's Pix key. Only static codes have one. */
  readonly pixKey: string | null;
  /** The address where the payer's bank reads a dynamic charge, without `https://`. Exactly one of `pixKey` and `url` is set. */
  readonly url: string | null;
  /** Shown to the customer, so that a swapped QR is noticed. Never trimmed, never changed in case. */
  readonly merchantName: string;
  readonly merchantCity: string;
  /** Null if the code has no amount. Zero stays zero. */
  readonly amount: Centavos | null;
  /** Null if absent or `***`, which means no txid. */
  readonly txid: string | null;
  /** ISO 4217 numeric; real is `986`. */
  readonly currency: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** False if the code was damaged or altered. It must not be shown then. */
  readonly crcOk: boolean;
}

/** The identifier of Pix among the arrangements that share the BR Code. Compared without regard to case. */
export const PIX_GUI = 'br.gov.bcb.pix';

/** The start of every EMV code: data object 00, two characters, `01`. */
export const EMV_START = '000201';

/** The value of data object 62-05 that means "no txid". */
export const NO_TXID = '***';
