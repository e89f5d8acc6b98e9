import type { Centavos } from '../../../../shared/domain/money/centavos.ts';
import { toDecimalReais } from '../../../../shared/domain/money/decimal-reais.ts';
import { qrPicture } from './qr-picture.ts';
import { TRAINING_SHOP } from './training-shop.ts';
import type { TrainingOrder } from './training-order.ts';
import type { TrainingWallet } from './training-wallets.ts';

/** Returns the status in the spelling of the order's family (section 4.1). */
export function statusWord(order: TrainingOrder): string {
  return order.status === 'pending' && order.family === 'orderv' ? 'pendingv' : order.status;
}

/** A row of GET /v1/wallets, section 2.1. */
export function walletAnswer(account: TrainingWallet): object {
  return {
    wallet: account.wallet,
    friendly_name: account.friendlyName,
    active: account.active,
    minimum_payment: reais(account.minimum),
    pix_dict_key: account.pixDictKey,
    pix_psp: account.pixPsp,
    wallet_setting_id: account.settingId,
    wallet_setting_name: account.nickname,
    logo: null,
    transaction_type: 'cashin',
    default: account.isDefault,
  };
}

/** The answer to POST /order and /orderv, section 3.3. */
export function openedAnswer(order: TrainingOrder, qrText: string, deepLink: string | null): object {
  return {
    order_id: order.orderId,
    status: statusWord(order),
    qr_code: qrPicture(qrText),
    qr_code_text: qrText,
    deep_link: deepLink,
    wallet: order.wallet,
    pix_psp: order.pixPsp,
    pix_dict_key: order.pixDictKey,
    ...(order.family === 'orderv'
      ? { created_at: isoZoneless(order.createdAtMs), expiration_date: isoZoneless(order.expiresAtMs) }
      : {}),
  };
}

/** GET /order/{id} and /orderv/{id}, section 4. The dates are RFC 1123 for `/order` and ISO 8601 for `/orderv`. */
export function readingAnswer(order: TrainingOrder): object {
  const isVariable = order.family === 'orderv';
  const date = (atMs: number): string =>
    isVariable ? new Date(atMs).toISOString() : new Date(atMs).toUTCString();
  return {
    order_id: order.orderId,
    status: statusWord(order),
    external_id: order.orderRef,
    wallet: order.wallet,
    pix_psp: order.pixPsp,
    total_order: reais(order.total),
    paid_amount: order.paid ? reais(order.paid.amount) : null,
    created_at: date(order.createdAtMs),
    updated_at: date(order.updatedAtMs),
    payment_date: order.paid ? date(order.paid.atMs) : null,
    wallet_payment_id: order.paid ? order.paymentId : null,
    items: order.lines.map((line) => ({
      name: line.name,
      unit_price: line.unitPrice / 100,
      quantity: line.quantity,
      type: 'item',
    })),
    buyer_info: buyerInfo(order),
    ...(isVariable ? { expiration_date: new Date(order.expiresAtMs).toISOString() } : { balance: null }),
  };
}

/** A row of GET /orders/list, section 6.1: no reference, no paid amount. */
export function listRow(order: TrainingOrder): object {
  return {
    order_id: order.orderId,
    status: statusWord(order),
    total_order: reais(order.total),
    payment_method: order.wallet,
    order_created_at: spaced(order.createdAtMs),
    order_updated_at: spaced(order.updatedAtMs),
    order_payment_date: order.paid ? spaced(order.paid.atMs) : null,
    order_expiration_date: order.family === 'orderv' ? spaced(order.expiresAtMs) : null,
    wallet_payment_id: order.paid ? order.paymentId : null,
    store_id: TRAINING_SHOP.storeId,
    store_name: TRAINING_SHOP.storeName,
    store_pos_id: TRAINING_SHOP.tillId,
    store_pos_name: TRAINING_SHOP.tillName,
    customer_id: TRAINING_SHOP.customerId,
    customer_name: TRAINING_SHOP.customerName,
  };
}

/** Returns the shortest JSON number of an amount, as the gateway writes it: `12.3`. */
function reais(amount: Centavos): number {
  return Number(toDecimalReais(amount));
}

/** Returns an amount as the texts of the gateway have it: with one decimal at least, `100.0`. */
export function spokenReais(amount: Centavos): string {
  return toDecimalReais(amount).replace(/0$/, '');
}

function buyerInfo(order: TrainingOrder): object {
  const [first = null, ...rest] = order.buyer?.name.split(' ') ?? [];
  return {
    first_name: first,
    last_name: rest.length > 0 ? rest.join(' ') : null,
    document: order.buyer?.document ?? null,
    email: order.buyer?.email ?? null,
    phone: order.buyer?.phone ?? null,
    city: null,
    state: null,
    address: null,
  };
}

function isoZoneless(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 19);
}

function spaced(atMs: number): string {
  return isoZoneless(atMs).replace('T', ' ');
}
