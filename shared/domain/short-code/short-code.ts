import { isUlid } from '../../kernel/ulid.ts';

/** Seven characters of Crockford's base32 that name a charge on a slip: six of its id and one check character. */
export type ShortCode = string & { readonly __brand: 'ShortCode' };

/** Digits and letters without I, L, O and U. Source: Douglas Crockford, Base 32, crockford.com/base32.html. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A letter before the code in a barcode. Eight characters that begin with it are a scanned code. */
export const BARCODE_MARK = 'B';

/** x^5 + x^2 + 1, which makes the 32 characters a field. */
const FIELD_POLYNOMIAL = 0b100101;

/**
 * Returns the short code of a charge from its id. Throws a RangeError if the id is not a ULID. Uses the last six characters, which
 * are random: two charges of a till share a code once in a thousand million pairs, so a search by code takes the newest. The
 * check character detects every single wrong character and every swap of two.
 */
export function shortCode(chargeId: string): ShortCode {
  if (!isUlid(chargeId)) throw new RangeError(`not a charge's id: ${chargeId}`);
  const tail = chargeId.slice(-6);
  return (tail + checkCharacter(tail)) as ShortCode;
}

/**
 * Returns the short code of a typed or scanned text. Corrects lower case, O for 0, I and L for 1, spaces and hyphens. Null if the
 * text is not a code, or if its check character does not match because it was mistyped.
 */
export function parseShortCode(text: string): ShortCode | null {
  const plain = text.replace(/[\s-]/g, '');
  const isScanned = plain.length === 8 && plain.startsWith(BARCODE_MARK);
  const typed = isScanned ? plain.slice(1) : plain;
  if (!/^[0-9A-TV-Z]{7}$/i.test(typed)) return null;
  const code = typed.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return checkCharacter(code.slice(0, 6)) === code.charAt(6) ? (code as ShortCode) : null;
}

/** Returns the text of a slip's barcode: a letter and the code, so that a scanner never types an amount. */
export function barcodeOf(code: ShortCode): string {
  return BARCODE_MARK + code;
}

/**
 * Returns a weighted sum in the field of 32 elements. Each place has its own weight, and no weight is zero, so a wrong character
 * or a swap of two always changes the sum. The sum starts at one, so `0000000` is not a code.
 */
function checkCharacter(text: string): string {
  let sum = 1;
  for (const character of text) sum = timesTwo(sum) ^ ALPHABET.indexOf(character);
  return ALPHABET.charAt(timesTwo(sum));
}

function timesTwo(element: number): number {
  return element & 0b10000 ? (element << 1) ^ FIELD_POLYNOMIAL : element << 1;
}
