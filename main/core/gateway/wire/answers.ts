import { z } from 'zod';
import { optionalWireAmount } from './wire-amount.ts';

/** The answers we act on. Unknown keys are allowed and open sets stay open: what is new at the gateway must not stop a till. */

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? null);

/** A word is kept short because it goes to the ledger as it came. */
const statusText = z.string().min(1).max(64);

/** Section 1.3. A token that could not stand in a header is refused here. */
export const loginAnswer = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,8192}$/),
  access_token_expires_in: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ])
    .pipe(z.number().positive()),
});

/** One row of GET /v1/wallets, section 2.1. */
export const walletRow = z.object({
  wallet: z.string().min(1),
  friendly_name: optionalText,
  active: z.boolean(),
  minimum_payment: optionalWireAmount,
  pix_dict_key: optionalText,
  pix_psp: optionalText,
  wallet_setting_name: optionalText,
  transaction_type: optionalText,
  default: z
    .boolean()
    .nullish()
    .transform((flag) => flag ?? false),
});

/** The answer to POST /order and /orderv, section 3.3. */
export const openedAnswer = z.object({
  order_id: z.string().min(1).max(64),
  status: statusText,
  qr_code_text: z.string().trim().min(1),
  deep_link: optionalText,
});

/** GET /order/{id} and /orderv/{id}, section 4. Dates are left alone: nothing is decided on them. */
export const readingAnswer = z.object({
  order_id: z.string(),
  status: statusText,
  external_id: optionalText,
  total_order: optionalWireAmount,
  paid_amount: optionalWireAmount,
  wallet_payment_id: optionalText,
});

/** What DELETE answers, for a cancel and for a refund, section 5. */
export const verdictAnswer = z.object({ order_id: z.string(), status: statusText });

/** A page of GET /orders/list, section 6.1. */
export const listAnswer = z.object({
  total: z.number().int().nonnegative().nullish(),
  data: z.array(
    z.object({
      order_id: z.string().min(1),
      status: statusText,
      total_order: optionalWireAmount,
      store_pos_id: optionalText,
    }),
  ),
});
