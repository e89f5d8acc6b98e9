import { buildBrCode } from '../../../shared/domain/br-code/build-br-code.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import type { HttpAnswer, HttpRequest } from '../../../main/core/gateway/transport.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { giveBack, ripen, type ModelOrder } from './model-order.ts';

/** How contrary the gateway is while it answers; each a probability. */
export interface Temper {
  /** DELETE answers 200 and changes nothing. */
  readonly cancelIgnored: number;
  /** A refund is refused with 200 and `approved`. */
  readonly refundRefused: number;
  /** A refund takes its time. */
  readonly refundPending: number;
  /** A cancel of a paid order ends as `approved` and not as a refund. */
  readonly cancelOfPaidKept: number;
  readonly unknownWord: number;
}

/** An independent model of the gateway, answering HTTP as the protocol document says, sharing no code with the client. */
export interface ModelGateway {
  readonly orders: ModelOrder[];
  handle(request: HttpRequest, now: number): HttpAnswer;
  /** Money arrives for an order. False when the bank turns the payer away. */
  pay(order: ModelOrder, amount: number, now: number, evenIfClosed: boolean): boolean;
  expireTokens(): void;
  temper: Temper;
}

export const CALM: Temper = {
  cancelIgnored: 0,
  refundRefused: 0,
  refundPending: 0,
  cancelOfPaidKept: 0,
  unknownWord: 0,
};

const HOUR = 3_600_000;

export function createModelGateway(random: SeededRandom, trueNow: () => number): ModelGateway {
  const orders: ModelOrder[] = [];
  let epoch = 0;
  let lastList = -Infinity;

  const json = (status: number, body: unknown): HttpAnswer => ({
    status,
    contentType: 'application/json',
    date: new Date(trueNow()).toUTCString(),
    text: JSON.stringify(body),
  });
  const refuse = (status: number, message: string): HttpAnswer => json(status, { code: status, message });

  const open = (request: HttpRequest, family: ModelOrder['family'], now: number): HttpAnswer => {
    const body = JSON.parse(request.body ?? '{}') as {
      order_ref: string;
      wallet: string;
      total: number;
      expiration?: number;
    };
    const total = Math.round(body.total * 100);
    const id = `00000000-0000-4000-8000-${String(orders.length).padStart(12, '0')}`;
    const built = buildBrCode({
      kind: 'dynamic',
      url: `qr.example/${id}`,
      merchantName: 'LOJA',
      merchantCity: 'SAO PAULO',
      amount: centavos(total),
      txid: null,
    });
    if (!built.ok) throw new Error(built.error);
    const life = family === 'orderv' ? (body.expiration ?? 300) * 1000 : HOUR;
    const order: ModelOrder = {
      id,
      ref: body.order_ref,
      wallet: body.wallet,
      total,
      family,
      brCode: built.value,
      createdAt: now,
      expiresAt: now + life,
      status: 'pending',
      paid: 0,
      refunded: 0,
      endToEndId: null,
      returning: null,
    };
    orders.push(order);
    const status = family === 'orderv' ? 'pendingv' : 'pending';
    return json(family === 'orderv' ? 201 : 200, {
      order_id: id,
      status,
      qr_code_text: order.brCode,
      qr_code: '',
      deep_link: null,
      wallet: body.wallet,
    });
  };

  const word = (order: ModelOrder): string => {
    if (gateway.temper.unknownWord > 0 && random.chance(gateway.temper.unknownWord)) return 'in_analysis';
    return order.status === 'pending' && order.family === 'orderv' ? 'pendingv' : order.status;
  };

  const read = (order: ModelOrder): HttpAnswer =>
    json(200, {
      order_id: order.id,
      status: word(order),
      external_id: order.ref,
      total_order: order.total / 100,
      paid_amount: order.paid / 100,
      wallet_payment_id: order.endToEndId,
      wallet: order.wallet,
    });

  const refundOf = (order: ModelOrder, amount: number, now: number): string => {
    const { temper } = gateway;
    if (random.chance(temper.refundRefused)) return 'approved';
    if (random.chance(temper.refundPending)) {
      order.returning = {
        amount,
        endsAt: now + random.between(5_000, 90_000),
        succeeds: random.chance(0.8),
        before: order.status,
      };
      order.status = 'refund_pending';
      return 'refund_pending';
    }
    giveBack(order, amount);
    return order.status;
  };

  const cancel = (order: ModelOrder, now: number): HttpAnswer => {
    if (order.status === 'cancelled' || order.status === 'expired' || order.status === 'refunded') {
      return refuse(400, `Order already ${order.status}`);
    }
    if (order.status === 'pending') {
      if (!random.chance(gateway.temper.cancelIgnored)) order.status = 'cancelled';
    } else if (order.status === 'approved' && !random.chance(gateway.temper.cancelOfPaidKept)) {
      refundOf(order, order.paid, now);
    }
    return json(200, { order_id: order.id, status: order.status });
  };

  const refund = (order: ModelOrder, request: HttpRequest, now: number): HttpAnswer => {
    const { amount } = JSON.parse(request.body ?? '{}') as { amount: number };
    const asked = Math.round(amount * 100);
    if (order.status !== 'approved' && order.status !== 'partial_refunded')
      return refuse(400, 'Order already refunded');
    if (asked <= 0 || asked > order.paid - order.refunded) return refuse(400, 'Bad request');
    const status = refundOf(order, asked, now);
    return json(200, { order_id: order.id, status, message: `R$ ${amount} has been refunded.` });
  };

  const list = (url: URL, now: number): HttpAnswer => {
    if (now - lastList < 59_000) return refuse(400, 'Wait a minute between lists');
    lastList = now;
    const ref = url.searchParams.get('external_id');
    const from = Date.parse(`${url.searchParams.get('start_date') ?? ''}Z`) - trueNow() + now;
    const to = Date.parse(`${url.searchParams.get('end_date') ?? ''}Z`) - trueNow() + now;
    const hits = orders.filter(
      (order) => order.ref === ref && order.createdAt >= from && order.createdAt <= to + 1000,
    );
    const rows = hits.map((order) => ({
      order_id: order.id,
      status: order.status,
      total_order: order.total / 100,
    }));
    return json(200, { total: rows.length, count: rows.length, offset: 0, data: rows });
  };

  const gateway: ModelGateway = {
    orders,
    temper: CALM,
    expireTokens: () => void (epoch += 1),
    pay(order, amount, now, evenIfClosed) {
      ripen(order, now);
      const closed = order.status === 'cancelled' || order.status === 'expired';
      if (order.status !== 'pending' && !(closed && evenIfClosed)) return false;
      order.status = 'approved';
      order.paid = amount;
      order.endToEndId = `E${String(orders.indexOf(order)).padStart(31, '0')}`;
      return true;
    },
    handle(request, now) {
      for (const order of orders) ripen(order, now);
      const url = new URL(request.url);
      if (url.pathname === '/pdvauth') {
        return json(200, {
          access_token: `token-${epoch}`,
          access_token_expires_in: 14_400,
          refresh_token: 'r',
          refresh_token_expires_in: 28_800,
          token_type: 'Bearer',
        });
      }
      if (
        request.headers['authorization'] !== `Bearer token-${epoch}` &&
        request.headers['Authorization'] !== `Bearer token-${epoch}`
      ) {
        return refuse(401, 'Unauthorized');
      }
      if (url.pathname === '/v1/wallets') {
        return json(200, [
          {
            wallet: 'pix',
            friendly_name: 'Pix',
            active: true,
            minimum_payment: 0.01,
            pix_dict_key: 'k',
            pix_psp: 'itau',
            wallet_setting_id: null,
            wallet_setting_name: null,
            logo: null,
            default: true,
          },
        ]);
      }
      if (request.method === 'POST' && url.pathname === '/order') return open(request, 'order', now);
      if (request.method === 'POST' && url.pathname === '/orderv') return open(request, 'orderv', now);
      if (url.pathname === '/orders/list') return list(url, now);
      const [, family, id, tail] = url.pathname.split('/');
      const order = orders.find((each) => each.id === id);
      if (order === undefined) return refuse(404, 'Order not Found');
      if (request.method === 'GET') return order.family === family ? read(order) : refuse(400, 'Bad request');
      return tail === 'refund' ? refund(order, request, now) : cancel(order, now);
    },
  };
  return gateway;
}
