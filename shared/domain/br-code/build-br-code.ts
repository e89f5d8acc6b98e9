import { err, ok, type Result } from '../../kernel/result.ts';
import type { Centavos } from '../money/centavos.ts';
import { toDecimalReais } from '../money/decimal-reais.ts';
import { EMV_START, NO_TXID, PIX_GUI } from './br-code.ts';
import { crc16 } from './crc16.ts';
import { MAX_MERCHANT_CITY, MAX_MERCHANT_NAME } from './sizes.ts';
import { writeDataObject } from './tlv.ts';

/** The content of a code to build. A static code has the receiver's key, a dynamic one the address of the charge. */
export type BrCodeInput = {
  readonly merchantName: string;
  readonly merchantCity: string;
  /** Null leaves the amount out. */
  readonly amount: Centavos | null;
  /** 1 to 25 letters and digits; null writes `***`. */
  readonly txid: string | null;
} & (
  { readonly kind: 'static'; readonly pixKey: string } | { readonly kind: 'dynamic'; readonly url: string }
);

/** Which part of the input cannot be written. */
export type BuildBrCodeError = 'bad-name' | 'bad-city' | 'bad-amount' | 'bad-txid' | 'bad-key' | 'bad-url';

/** R$ 9.999.999.999,99: the largest amount in the 13 characters of object 54. */
const MAX_AMOUNT = 999_999_999_999;

/**
 * Returns the text of a Pix QR code with its CRC. Names have up to 25 and cities up to 15 printable characters. A URL has no
 * scheme. An amount is more than zero. Used by the training gateway and by tests: real codes come from the gateway.
 * Source: BACEN, Manual de Padrões para Iniciação do Pix, BR Code.
 */
export function buildBrCode(input: BrCodeInput): Result<string, BuildBrCodeError> {
  const problem = findProblem(input);
  if (problem) return err(problem);
  const account =
    input.kind === 'static' ? writeDataObject('01', input.pixKey) : writeDataObject('25', input.url);
  const body = [
    EMV_START,
    input.kind === 'dynamic' ? writeDataObject('01', '12') : '',
    writeDataObject('26', writeDataObject('00', PIX_GUI) + account),
    writeDataObject('52', '0000'),
    writeDataObject('53', '986'),
    input.amount === null ? '' : writeDataObject('54', toDecimalReais(input.amount)),
    writeDataObject('58', 'BR'),
    writeDataObject('59', input.merchantName),
    writeDataObject('60', input.merchantCity),
    writeDataObject('62', writeDataObject('05', input.txid ?? NO_TXID)),
    '6304',
  ].join('');
  return ok(body + crc16(body));
}

function findProblem(input: BrCodeInput): BuildBrCodeError | null {
  if (!isPrintable(input.merchantName, MAX_MERCHANT_NAME)) return 'bad-name';
  if (!isPrintable(input.merchantCity, MAX_MERCHANT_CITY)) return 'bad-city';
  if (input.amount !== null && (input.amount === 0 || input.amount > MAX_AMOUNT)) return 'bad-amount';
  if (input.txid !== null && !/^[A-Za-z0-9]{1,25}$/.test(input.txid)) return 'bad-txid';
  // Object 26 has 99 characters, which leave 77 for a key or a URL.
  if (input.kind === 'static') return /^[!-~]{1,77}$/.test(input.pixKey) ? null : 'bad-key';
  return /^(?!https?:)[!-~]{1,77}$/i.test(input.url) ? null : 'bad-url';
}

function isPrintable(text: string, max: number): boolean {
  const length = [...text].length;
  return length >= 1 && length <= max && text.isWellFormed() && !/\p{Cc}/u.test(text);
}
