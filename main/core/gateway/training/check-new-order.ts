import type { OrderFamily } from '../../../../shared/domain/charge/charge.ts';
import { z } from 'zod';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { isTaxDocument } from '../../../../shared/domain/tax-document/tax-document.ts';
import { LENIENT_NUMBERS, STRICT_NUMBERS, type BodyNumbers } from './body-numbers.ts';
import { findWallet, type TrainingWallet } from './training-wallets.ts';

/** The refusal of an order: the status and the body of the answer. */
export interface OrderRefusal {
  readonly status: 400 | 422;
  readonly body: { readonly code?: number; readonly message: string };
}

const text = z.string().trim().min(1);

const buyer = z.object({
  name: text,
  cpf_cnpj: z.string().refine(isTaxDocument),
  email: z.string().nullish(),
  phone: z.string().nullish(),
});

/** The schemas of the two bodies. `/orderv` has more required fields in its documentation (section 3.2). */
function schemas({ amount, unitPrice, number }: BodyNumbers) {
  const quantity = number.pipe(z.number().positive());
  const order = z.object({
    order_ref: text,
    wallet: text,
    total: amount,
    items: z.array(z.object({ item_title: text, quantity, unit_price: unitPrice })).min(1),
    buyer: buyer.nullish(),
    callback_url: z.url().nullish(),
    pix_dict_key: z.string().nullish(),
  });
  const orderv = order.extend({
    expiration: number.pipe(z.number().int().min(60).max(31_536_000)),
    allow_amount_change: z.boolean().optional(),
    buyer,
    callback_url: z.url(),
  });
  return { order, orderv };
}

const STRICT = schemas(STRICT_NUMBERS);
const LENIENT = schemas(LENIENT_NUMBERS);

type NewOrderBody = z.infer<(typeof STRICT)['order']>;

export type CheckedOrder = NewOrderBody & {
  readonly expiration: number;
  readonly account: TrainingWallet;
};

/** The life of an order of `/order` (section 8.3). */
const FIXED_SECONDS = 3_600;

/** Checks the body of POST /order or /orderv by the rules of section 3.2. Refuses with the texts of section 8.1. */
export function checkNewOrder(
  family: OrderFamily,
  body: unknown,
  orderType: string | undefined,
  strict: boolean,
): Result<CheckedOrder, OrderRefusal> {
  const parsed = (strict ? STRICT : LENIENT)[family].safeParse(body);
  if (!parsed.success) return err(badRequest(parsed.error.issues[0]));
  const order = { expiration: FIXED_SECONDS, ...parsed.data };
  const account = findWallet(order.wallet, order.pix_dict_key ?? null);
  if (!account) return err(NOT_CREATED);
  const isMercadoPago = account.wallet === 'mercadopago' || account.pixPsp === 'mercadopago';
  if (isMercadoPago && orderType !== 'e-order') return err(NOT_CREATED);
  if (!addsUp(order)) return err(family === 'order' ? SUM : SUM_VARIABLE);
  if (order.total === 0 || order.total < account.minimum) return err(MINIMUM);
  return ok({ ...order, account });
}

/** A body without `code` (section 8.1). */
const NOT_CREATED: OrderRefusal = { status: 400, body: { message: 'Order not created' } };

const SUM: OrderRefusal = {
  status: 400,
  body: { code: 400, message: 'The total of the purchase does not match with the sum of the items price' },
};
const SUM_VARIABLE: OrderRefusal = {
  status: 422,
  body: { code: 422, message: 'O valor total da cobrança é diferente da somatória dos itens' },
};
const MINIMUM: OrderRefusal = {
  status: 400,
  body: { code: 400, message: 'The total is lower than the minimum payment accepted.' },
};

function badRequest(issue: z.core.$ZodIssue | undefined): OrderRefusal {
  const where = issue?.path.join('.');
  return { status: 400, body: { code: 400, message: where ? `Bad request: ${where}` : 'Bad request' } };
}

/** True if the lines add up to the total, to half a centavo, because quantities and prices may be fractional. */
function addsUp(order: NewOrderBody): boolean {
  const sum = order.items.reduce((total, item) => total + item.quantity * item.unit_price, 0);
  return Math.abs(sum - order.total) < 0.5;
}
