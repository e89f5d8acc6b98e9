import type { NewOrder } from './port.ts';
import { jsonArray, jsonObject, jsonReais, jsonValue, type JsonText } from './wire/json-text.ts';

/**
 * The fields of `/orderv` that a till does not know by itself (section 3.2): a debtor, which is the shop, and an address for
 * notices.
 */
export interface VariableExpiryDetails {
  readonly buyer?: { readonly name: string; readonly document: string };
  readonly callbackUrl?: string;
}

/**
 * The default address for the notices of `/orderv`. A till behind a router cannot be called and polls instead. Names under
 * `.invalid` never resolve (RFC 6761), so the field is filled and no notice arrives.
 */
const NO_CALLBACK = 'https://balcao.invalid/callback';

const MAX_TITLE = 100;

/** Returns the JSON of POST /order or /orderv, section 3.2. Amounts are exact decimal literals. */
export function orderBody(order: NewOrder, details: VariableExpiryDetails): string {
  return jsonObject({
    order_ref: jsonValue(order.orderRef),
    wallet: jsonValue(order.wallet),
    total: jsonReais(order.total),
    items: jsonArray([lineBody(order)]),
    pix_dict_key: order.pixDictKey === null ? undefined : jsonValue(order.pixDictKey),
    ...(order.family === 'orderv' ? variableExpiry(order, details) : {}),
  });
}

/** True if the gateway requires the mark for e-commerce: Mercado Pago, as a wallet or behind a Pix account (section 1.5). */
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

/** Returns the one line of an order. Its price is the total, as the sum rule of section 3.2 requires. */
function lineBody({ title, total }: NewOrder): JsonText {
  return jsonObject({
    item_title: jsonValue(title.trim().slice(0, MAX_TITLE) || 'Venda'),
    quantity: jsonValue(1),
    unit_price: jsonReais(total),
  });
}
