import { err, ok, type Result } from '../../kernel/result.ts';
import type { Centavos } from '../money/centavos.ts';
import { EMV_START, type BrCode } from './br-code.ts';
import { endsWithItsCrc } from './crc16.ts';
import { parseBrCode } from './parse-br-code.ts';

/** The kind of a QR that may be shown. */
export type PayloadCheck =
  | {
      readonly kind: 'pix';
      /** `in-code`: the code has the charge's amount. `at-psp`: it has none, and the payer's bank reads it. */
      readonly amountSource: 'in-code' | 'at-psp';
      readonly brCode: BrCode;
    }
  /** A code of another wallet than Pix, in that wallet's own format. Nothing in it can be compared. */
  | { readonly kind: 'opaque' };

/** Why a QR must not be shown. */
export type PayloadProblem =
  | 'empty'
  | 'crc-mismatch'
  | 'not-a-br-code'
  | 'not-pix'
  | 'wrong-currency'
  | 'amount-missing'
  | 'amount-mismatch';

/** The charge that a QR must belong to. */
export interface ExpectedPayload {
  readonly amount: Centavos;
  /** The wallet of the order. Only for `pix` the text must be a BR Code. */
  readonly wallet: string;
}

/**
 * Decides whether the QR text of an order may be shown for a charge. A BR Code must be undamaged. If it has an amount, it must
 * be the charge's. Accepts a dynamic code without an amount, because its amount is at the receiver's bank. Refuses a static code
 * without one with `amount-missing`, because the customer could choose what to pay. Other wallets define their own codes: any
 * text that is not a Pix code is accepted as opaque, unless it is an EMV code with a wrong CRC.
 */
export function checkPayload(text: string, expected: ExpectedPayload): Result<PayloadCheck, PayloadProblem> {
  const code = text.trim();
  if (code === '') return err('empty');
  const isPix = expected.wallet === 'pix';
  if (!code.startsWith(EMV_START)) return isPix ? err('not-a-br-code') : ok({ kind: 'opaque' });
  if (!endsWithItsCrc(code)) return err('crc-mismatch');
  const parsed = parseBrCode(code);
  if (parsed.ok) return checkBrCode(parsed.value, expected.amount);
  if (parsed.error === 'bad-amount') return err('not-a-br-code');
  if (!isPix) return ok({ kind: 'opaque' });
  return err(parsed.error === 'not-pix' ? 'not-pix' : 'not-a-br-code');
}

function checkBrCode(brCode: BrCode, expected: Centavos): Result<PayloadCheck, PayloadProblem> {
  if (brCode.country !== 'BR') return err('not-a-br-code');
  if (brCode.currency !== '986') return err('wrong-currency');
  // Issuers write zero for "no amount", and payers' banks read it so.
  if (brCode.amount === null || brCode.amount === 0) {
    return brCode.url === null ? err('amount-missing') : ok({ kind: 'pix', amountSource: 'at-psp', brCode });
  }
  if (brCode.amount !== expected) return err('amount-mismatch');
  return ok({ kind: 'pix', amountSource: 'in-code', brCode });
}
