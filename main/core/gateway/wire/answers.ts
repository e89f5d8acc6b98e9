import { z } from 'zod';
import { cleanText, cleanWord } from './clean-text.ts';
import { optionalWireAmount, wireAmount } from './wire-amount.ts';

/**
 * The schemas of the answers. Unknown keys and words are allowed, so that a novelty at the gateway does not stop a till. Every
 * text has a limit: a text for people is cleaned and cut, and a text that is sent back to the gateway is refused if it is too
 * long or unprintable.
 */

/** A text for people. Numbers are allowed. Any other value counts as absent. */
const shownText = (max: number) =>
  z
    .unknown()
    .optional()
    .transform((value) => {
      if (typeof value !== 'string' && typeof value !== 'number') return null;
      return cleanText(String(value), max) || null;
    });

const printable = (max: number) => z.string().regex(new RegExp(String.raw`^[^\p{Cc}\p{Cs}]{1,${max}}$`, 'u'));
const optionalPrintable = (max: number) =>
  z
    .union([printable(max), z.literal('')])
    .nullish()
    .transform((text) => text ?? null);

/** Order ids are UUIDs. Twice their length is allowed. */
const orderId = printable(64);
const MAX_NAME = 60;
/** A Pix key has 77 characters at most (BACEN, DICT). */
const MAX_KEY = 140;
/**
 * An EndToEndId has 32 characters: `E` and 31 letters and digits. Other wallets have ids of other forms, so the form is not
 * checked. A longer id is cut and ends in `…`. People see it and search for it, and no rule depends on it.
 */
const MAX_PAYMENT_ID = 64;
/** UTF-8 bytes of the largest QR code of the level that is drawn (version 40, level M). A longer text cannot be drawn. */
const MAX_QR_BYTES = 2331;

/** True if a QR of the text can be drawn and read back as the same text. */
function fitsQr(text: string): boolean {
  return text.isWellFormed() && Buffer.byteLength(text, 'utf8') <= MAX_QR_BYTES;
}

/**
 * The status, unchanged. A word that is too long is cut and becomes an unknown word: doubt. The rest of the answer can still be
 * read.
 */
const statusText = z.string().min(1).transform(cleanWord);

/** Section 1.3. Refuses a token that a header cannot carry. */
export const loginAnswer = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,8192}$/),
  access_token_expires_in: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,9}(?:\.\d+)?$/)
        .transform(Number),
    ])
    .pipe(z.number().positive()),
});

/** One row of GET /v1/wallets, section 2.1. */
export const walletRow = z.object({
  wallet: printable(MAX_NAME),
  friendly_name: shownText(MAX_NAME),
  active: z.boolean(),
  minimum_payment: optionalWireAmount,
  pix_dict_key: optionalPrintable(MAX_KEY),
  pix_psp: optionalPrintable(MAX_NAME),
  wallet_setting_name: shownText(MAX_NAME),
  transaction_type: optionalPrintable(MAX_NAME),
  default: z
    .boolean()
    .nullish()
    .transform((flag) => flag ?? false),
});

/**
 * The answer to POST /order and /orderv, section 3.3. A QR text that cannot be drawn becomes empty. The order is then known,
 * never shown, and cancelled at once, as if its QR did not match the charge.
 */
export const openedAnswer = z.object({
  order_id: orderId,
  status: statusText,
  qr_code_text: z
    .string()
    .trim()
    .min(1)
    .transform((text) => (fitsQr(text) ? text : '')),
});

/** GET /order/{id} and /orderv/{id}, section 4. Dates are not read, because no rule depends on them. */
export const readingAnswer = z.object({
  order_id: z.string(),
  status: statusText,
  external_id: shownText(MAX_KEY),
  total_order: optionalWireAmount,
  paid_amount: wireAmount,
  wallet_payment_id: shownText(MAX_PAYMENT_ID),
});

/** The answer to DELETE, for a cancel and for a refund, section 5. */
export const orderWordAnswer = z.object({ order_id: z.string(), status: statusText });

/**
 * The number of rows of all pages: a number, or a text of one. Null if it is absent or cannot be read. The pages are then read
 * until an empty one.
 */
const rowCount = z
  .unknown()
  .optional()
  .transform((value) => {
    const count = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
  });

/** A page of GET /orders/list, section 6.1. */
export const listAnswer = z.object({
  total: rowCount,
  data: z.array(
    z.object({
      order_id: orderId,
      status: statusText,
      store_id: shownText(MAX_NAME),
      store_name: shownText(MAX_NAME),
      store_pos_id: shownText(MAX_NAME),
      store_pos_name: shownText(MAX_NAME),
    }),
  ),
});
