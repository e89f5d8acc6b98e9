import type { DataObjects } from './tlv.ts';

/** The number of characters that an object of the first level may have. Objects that are not listed may have up to 99. */
const SIZES: Readonly<
  Record<string, { readonly min: number; readonly max: number; readonly required?: true }>
> = {
  '00': { min: 2, max: 2, required: true },
  '01': { min: 2, max: 2 },
  '52': { min: 4, max: 4, required: true },
  '53': { min: 3, max: 3, required: true },
  '54': { min: 1, max: 13 },
  '55': { min: 2, max: 2 },
  '58': { min: 2, max: 2, required: true },
  '59': { min: 1, max: 25, required: true },
  '60': { min: 1, max: 15, required: true },
  '61': { min: 1, max: 10 },
  '63': { min: 4, max: 4, required: true },
};

/** The longest receiver's name and city in a code, in characters. */
export const MAX_MERCHANT_NAME = 25;
export const MAX_MERCHANT_CITY = 15;
/**
 * The longest txid (62-05), in characters. A dynamic code has `***`, because its txid is at its address. Some banks repeat the
 * txid of the charge in the code. It has 26 to 35 characters (BACEN, API Pix).
 */
export const MAX_TXID = { static: 25, dynamic: 35 } as const;

/** The longest whole code, in characters. */
const MAX_CODE = 512;

/**
 * True if every object of the first level has a size that EMV allows and none that it requires is missing.
 * Source: EMV QR Code Specification for Payment Systems (Merchant-Presented Mode), data objects under the root.
 */
export function fits(root: DataObjects): boolean {
  let total = 0;
  for (const [id, { length }] of root) {
    const size = SIZES[id];
    if (size && (length < size.min || length > size.max)) return false;
    total += 4 + length;
  }
  return total <= MAX_CODE && Object.entries(SIZES).every(([id, size]) => !size.required || root.has(id));
}
