import type { NewOrder, OrderItem } from './port.ts';
import { jsonArray, jsonObject, jsonReais, jsonValue, type JsonText } from './wire/json-text.ts';

/**
 * What the documentation of `/orderv` asks for beyond a till's knowledge (section 3.2): a debtor, for whom a shop names itself, and an
 * address to notify.
 */
export interface VariableExpiryDetails {
  readonly buyer?: { readonly name: string; readonly document: string };
  readonly callbackUrl?: string;
}

/**
 * Where `/orderv` sends its notices unless told otherwise. A till behind a router cannot be called and polls instead; names under
 * `.invalid` never resolve (RFC 6761), so the field is filled and nobody hears anything.
 */
const NO_CALLBACK = 'https://balcao.invalid/callback';

const MAX_TITLE = 100;

/** The JSON of POST /order or /orderv, section 3.2. Amounts stand in it as exact decimal literals. */
export function orderBody(order: NewOrder, details: VariableExpiryDetails): string {
  return jsonObject({
    order_ref: jsonValue(order.orderRef),
    wallet: jsonValue(order.wallet),
    total: jsonReais(order.total),
    items: jsonArray(linesOf(order).map(lineBody)),
    pix_dict_key: order.pixDictKey === null ? undefined : jsonValue(order.pixDictKey),
    ...(order.family === 'orderv' ? variableExpiry(order, details) : {}),
  });
}

/** True where the gateway wants the order marked as e-commerce: Mercado Pago, as a wallet or behind a Pix account (section 1.5). */
export function needsEOrder(order: NewOrder): boolean {
  return order.wallet === 'mercadopago' || order.pixPsp === 'mercadopago';
}

function variableExpiry(
  order: NewOrder,
  details: VariableExpiryDetails,
): Record<string, JsonText | undefined> {
  const { buyer, callbackUrl = NO_CALLBACK } = details;
  return {
    expiration: jsonValue(order.expirationSeconds),
    allow_amount_change: jsonValue(false),
    buyer: buyer && jsonObject({ name: jsonValue(buyer.name), cpf_cnpj: jsonValue(buyer.document) }),
    callback_url: jsonValue(callbackUrl),
  };
}

function lineBody(line: OrderItem): JsonText {
  return jsonObject({
    item_title: jsonValue(line.title.trim().slice(0, MAX_TITLE) || 'Venda'),
    quantity: jsonValue(line.quantity),
    unit_price: jsonReais(line.unitPrice),
  });
}

/** The sale's own lines when they add up to the total, to the centavo; else one line that always does (the sum rule of section 3.2). */
function linesOf(order: NewOrder): readonly OrderItem[] {
  const { items, title, total } = order;
  if (items && items.length > 0 && addsUp(items, total)) return items;
  return [{ title, quantity: 1, unitPrice: total }];
}

/** Weighed goods have quantities of up to three decimals, so the sum is made in thousandths of a centavo. */
function addsUp(items: readonly OrderItem[], total: number): boolean {
  let sum = 0n;
  for (const { quantity, unitPrice } of items) {
    const thousandths = Math.round(quantity * 1000);
    if (!(quantity > 0) || !Number.isSafeInteger(thousandths) || thousandths / 1000 !== quantity)
      return false;
    sum += BigInt(thousandths) * BigInt(unitPrice);
  }
  return sum === BigInt(total) * 1000n;
}
