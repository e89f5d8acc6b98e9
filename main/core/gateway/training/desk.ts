import type { OrderFamily } from '../../../../shared/domain/charge/charge.ts';
import { centavos, type Centavos } from '../../../../shared/domain/money/centavos.ts';
import type { Random } from '../../../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { CheckedOrder } from './check-new-order.ts';
import { close, refundMore, paidAmount, type TrainingOrder } from './training-order.ts';
import { findWallet } from './training-wallets.ts';
import { uuid } from './uuid.ts';

/** The duration of a refund at an asynchronous bank, ms. A real one needs up to 90 s (section 4.1). */
const REFUND_SETTLES_AFTER_MS = 15_000;

/** Returns a new order from a checked body. */
export function openOrder(
  checked: CheckedOrder,
  family: OrderFamily,
  nowMs: number,
  random: Random,
): TrainingOrder {
  const { account, buyer } = checked;
  return {
    orderId: uuid(random),
    family,
    orderRef: checked.order_ref,
    wallet: account.wallet,
    pixDictKey: account.pixDictKey,
    pixPsp: account.pixPsp,
    total: checked.total,
    lines: checked.items.map((item) => ({
      name: item.item_title,
      unitPrice: item.unit_price,
      quantity: item.quantity,
    })),
    buyer: buyer
      ? {
          name: buyer.name,
          document: buyer.cpf_cnpj,
          email: buyer.email ?? null,
          phone: buyer.phone ?? null,
        }
      : null,
    noticeId: uuid(random),
    paymentId: endToEndId(nowMs, random),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    expiresAtMs: nowMs + checked.expiration * 1000,
    status: 'pending',
    paid: null,
    refunded: centavos(0),
    planned: [],
    paysLate: false,
  };
}

/**
 * DELETE /order/{id}, section 5.1. An unpaid order is cancelled, and a paid order is refunded in full. For an order that is
 * over, `/order` answers 400 and `/orderv` its status, as the two documentations say. The error is the text of the 400.
 */
export function cancelOrder(order: TrainingOrder, nowMs: number): Result<TrainingOrder, string> {
  switch (order.status) {
    case 'pending':
      return ok(close(order, 'cancelled', nowMs));
    case 'approved':
      return ok(refundNow(order, leftToRefund(order), nowMs));
    case 'refund_pending':
    case 'partial_refunded':
      return ok(order);
    case 'expired':
      return order.family === 'orderv' ? ok(order) : err('Order already expired');
    case 'refunded':
      return order.family === 'orderv' ? ok(order) : err('Order already refunded');
    case 'cancelled':
      return err('Order already cancelled');
  }
}

/** DELETE /order/{id}/refund, section 5.2. The error is the text of the 400. */
export function refundOrder(
  order: TrainingOrder,
  amount: Centavos,
  nowMs: number,
): Result<TrainingOrder, string> {
  if (order.status === 'refunded' || order.status === 'cancelled' || order.status === 'expired')
    return err(`Order already ${order.status}`);
  if (order.status !== 'approved' && order.status !== 'partial_refunded') return err('Bad request');
  if (amount === 0 || amount > leftToRefund(order)) return err('Bad request: amount');
  return ok(refundNow(order, amount, nowMs));
}

/** Returns the paid amount that is not refunded yet. */
export function leftToRefund(order: TrainingOrder): Centavos {
  return centavos(paidAmount(order) - order.refunded);
}

function refundNow(order: TrainingOrder, amount: Centavos, nowMs: number): TrainingOrder {
  const isSlow = findWallet(order.wallet, order.pixDictKey)?.slowRefunds ?? false;
  if (!isSlow) return refundMore(order, amount, nowMs);
  const settles = { kind: 'refund-settles' as const, atMs: nowMs + REFUND_SETTLES_AFTER_MS, amount };
  return { ...order, status: 'refund_pending', updatedAtMs: nowMs, planned: [...order.planned, settles] };
}

/** Returns an EndToEndId of Pix: `E`, eight digits of an institution, the minute, eleven characters. */
function endToEndId(nowMs: number, random: Random): string {
  const minute = new Date(nowMs).toISOString().replace(/\D/g, '').slice(0, 12);
  const tail = Buffer.from(random.bytes(6)).toString('hex').slice(0, 11);
  return `E99999999${minute}${tail}`;
}
