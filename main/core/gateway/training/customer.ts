import { addCentavos } from '../../../../shared/domain/money/arithmetic.ts';
import { centavos, type Centavos } from '../../../../shared/domain/money/centavos.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import type { OrderStore } from './order-store.ts';
import { LATE_AFTER_MS, receive, type TrainingOrder } from './training-order.ts';

/** The acts of the training customer on a QR. */
export const CUSTOMER_ACTS = ['pay', 'pay-late', 'pay-other-amount', 'pay-twice', 'nothing'] as const;

type CustomerAct = (typeof CUSTOMER_ACTS)[number];

/** An order on the customer's phone. */
export interface PhoneOrder {
  readonly orderId: string;
  readonly orderRef: string;
  readonly wallet: string;
  readonly total: Centavos;
  readonly status: TrainingOrder['status'];
  /** True if a payment is under way that will come too late. */
  readonly paysLate: boolean;
}

type CustomerError = 'not-found' | 'not-payable';

type CustomerAnswer = Result<PhoneOrder, CustomerError>;

/** The customer of the training gateway. No money moves. */
export interface TrainingCustomer {
  /**
   * Returns the orders that can be paid, and those closed within the last ten minutes that can still be paid late. Newest
   * first.
   */
  orders(): readonly PhoneOrder[];
  /**
   * Does an act. `pay-other-amount` pays `amount`, or one centavo too little. `pay-late` pays some seconds after the order was
   * closed.
   */
  act(orderId: string, act: CustomerAct, amount?: Centavos): CustomerAnswer;
  pay(orderId: string): CustomerAnswer;
  payLate(orderId: string): CustomerAnswer;
  payOtherAmount(orderId: string, amount?: Centavos): CustomerAnswer;
  payTwice(orderId: string): CustomerAnswer;
  nothing(orderId: string): CustomerAnswer;
}

const CLOSED_STAYS_MS = 600_000;

/** Creates the customer of the orders of `store`. */
export function createCustomer(store: OrderStore, clock: Clock): TrainingCustomer {
  const act: TrainingCustomer['act'] = (orderId, what, amount) => {
    const order = store.get(orderId);
    if (!order) return err('not-found');
    const done = carryOut(order, what, amount, clock.now());
    if (!done) return err('not-payable');
    if (done !== order) store.put(done);
    return ok(toPhoneOrder(done));
  };
  return {
    orders: () => {
      const since = clock.now() - CLOSED_STAYS_MS;
      const shown = store.find(
        (order) => order.status === 'pending' || (isClosed(order) && order.updatedAtMs >= since),
      );
      return shown.map(toPhoneOrder).reverse();
    },
    act,
    pay: (orderId) => act(orderId, 'pay'),
    payLate: (orderId) => act(orderId, 'pay-late'),
    payOtherAmount: (orderId, amount) => act(orderId, 'pay-other-amount', amount),
    payTwice: (orderId) => act(orderId, 'pay-twice'),
    nothing: (orderId) => act(orderId, 'nothing'),
  };
}

/** Returns the order after the act. Null if a customer cannot do that. */
function carryOut(
  order: TrainingOrder,
  act: CustomerAct,
  amount: Centavos | undefined,
  nowMs: number,
): TrainingOrder | null {
  const payable = order.status === 'pending';
  switch (act) {
    case 'nothing':
      return order;
    case 'pay':
      return payable ? receive(order, order.total, nowMs) : null;
    case 'pay-other-amount':
      return payable ? receive(order, amount ?? otherThan(order.total), nowMs) : null;
    case 'pay-twice':
      return payable ? receive(order, addCentavos(order.total, order.total), nowMs) : null;
    case 'pay-late':
      if (payable) return { ...order, paysLate: true };
      if (!isClosed(order)) return null;
      if (isPayingLate(order)) return order;
      return {
        ...order,
        planned: [...order.planned, { kind: 'pay', atMs: nowMs + LATE_AFTER_MS, amount: order.total }],
      };
  }
}

function otherThan(total: Centavos): Centavos {
  return total > 1 ? centavos(total - 1) : centavos(total + 1);
}

function isClosed(order: TrainingOrder): boolean {
  return order.status === 'cancelled' || order.status === 'expired';
}

function isPayingLate(order: TrainingOrder): boolean {
  return order.paysLate || order.planned.some((event) => event.kind === 'pay');
}

function toPhoneOrder(order: TrainingOrder): PhoneOrder {
  const { orderId, orderRef, wallet, total, status } = order;
  return { orderId, orderRef, wallet, total, status, paysLate: isPayingLate(order) };
}
