import { buildBrCode } from '../../../shared/domain/br-code/build-br-code.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import type { HttpAnswer, HttpRequest } from '../../../main/core/gateway/transport.ts';
import type { SeededRandom } from '../../../build/run/seeded-random.ts';
import type { Setting } from '../story/story.ts';
import { createAnswers } from './answers.ts';
import { bookRefund, ripen, type ModelOrder } from './model-order.ts';
import { CALM, SPELLS, type Temper } from './temper.ts';

/** An independent model of the gateway, answering HTTP as the protocol document says, sharing no code with the client. */
export interface ModelGateway {
  readonly orders: readonly ModelOrder[];
  byRef(ref: string): ModelOrder | null;
  byBrCode(brCode: string): ModelOrder | null;
  /** Brings every order up to now, so that its state can be read. */
  ripen(): void;
  handle(request: HttpRequest): HttpAnswer;
  /** Money arrives for an order. False when the bank turns the payer away. */
  pay(order: ModelOrder, amount: number, evenIfClosed: boolean): boolean;
  expireTokens(): void;
  /** Ends what was bewitched: from now on every answer can be used. */
  liftSpells(): void;
  temper: Temper;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** The gateway wants a minute between two lists, and is not petty about the last second. */
const LIST_GAP = 59_000;
/** The age up to which a closed order can be paid, ms. Late money more than a day after the end is not promised. */
const LATEST_PAYMENT = 21 * HOUR;

/** `now` is the true time in ms since the world began; the gateway's own clock shows `epoch` + now + its error. */
export function createModelGateway(
  random: SeededRandom,
  { clockAhead, amountsAs }: Setting['gateway'],
  epoch: number,
  now: () => number,
): ModelGateway {
  const orders: ModelOrder[] = [];
  const byRef = new Map<string, ModelOrder>();
  const byId = new Map<string, ModelOrder>();
  const byBrCode = new Map<string, ModelOrder>();
  /** Orders that may still change by themselves. */
  const live = new Set<ModelOrder>();
  let tokens = 0;
  let lastList = -Infinity;

  const clock = (at: number): number => epoch + at + clockAhead;
  const answers = createAnswers(amountsAs, () => clock(now()));
  const { json, refuse, amount } = answers;

  const bring = (order: ModelOrder): ModelOrder => {
    ripen(order, now());
    if (order.status !== 'pending' && order.refunding === null) live.delete(order);
    return order;
  };

  const open = (request: HttpRequest, family: ModelOrder['family']): HttpAnswer => {
    const body = JSON.parse(request.body ?? '{}') as {
      order_ref: string;
      wallet: string;
      total: number;
      expiration?: number;
    };
    const { refusesOrder } = gateway.temper;
    if (refusesOrder > 0 && random.chance(refusesOrder)) return refuse(400, 'Order not created');
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
    const at = now();
    const order: ModelOrder = {
      id,
      ref: body.order_ref,
      wallet: body.wallet,
      total,
      family,
      brCode: built.value,
      createdAt: at,
      expiresAt: at + (family === 'orderv' ? (body.expiration ?? 300) * 1000 : HOUR),
      listedAt: random.chance(gateway.temper.listedLate) ? at + random.between(1_000, 20 * MINUTE) : at,
      status: 'pending',
      paid: 0,
      refunded: 0,
      endToEndId: null,
      refunding: null,
      spell: null,
    };
    orders.push(order);
    byRef.set(order.ref, order);
    byId.set(id, order);
    byBrCode.set(order.brCode, order);
    live.add(order);
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
    if (random.chance(gateway.temper.unknownWord)) return 'in_analysis';
    return order.status === 'pending' && order.family === 'orderv' ? 'pendingv' : order.status;
  };

  /** Says how an order is, unless nothing that is said of it can be used. */
  const tell = (order: ModelOrder, body: Record<string, unknown>): HttpAnswer => {
    if (order.spell === null && random.chance(gateway.temper.spell))
      order.spell = { kind: random.pick(SPELLS), until: now() + random.between(30_000, 6 * HOUR) };
    return order.spell === null ? json(200, body) : answers.bewitched(order.spell.kind, body);
  };

  const read = (order: ModelOrder): HttpAnswer =>
    tell(order, {
      order_id: order.id,
      status: word(order),
      external_id: order.ref,
      total_order: amount(order.total),
      paid_amount: amount(order.paid),
      wallet_payment_id: order.endToEndId,
      wallet: order.wallet,
    });

  const startRefund = (order: ModelOrder, sum: number): string => {
    const { temper } = gateway;
    if (random.chance(temper.refundRefused)) return 'approved';
    if (random.chance(temper.refundPending)) {
      const endsAt = now() + random.between(5_000, 90_000);
      order.refunding = { amount: sum, endsAt, succeeds: random.chance(0.8), before: order.status };
      order.status = 'refund_pending';
      live.add(order);
      return 'refund_pending';
    }
    bookRefund(order, sum);
    return order.status;
  };

  const cancel = (order: ModelOrder): HttpAnswer => {
    if (order.status === 'cancelled' || order.status === 'expired' || order.status === 'refunded')
      return refuse(400, `Order already ${order.status}`);
    if (order.status === 'pending') {
      if (!random.chance(gateway.temper.cancelIgnored)) order.status = 'cancelled';
    } else if (order.status === 'approved' && !random.chance(gateway.temper.cancelOfPaidKept)) {
      startRefund(order, order.paid);
    }
    return tell(order, { order_id: order.id, status: order.status });
  };

  const refund = (order: ModelOrder, request: HttpRequest): HttpAnswer => {
    const asked = (JSON.parse(request.body ?? '{}') as { amount: number }).amount;
    const sum = Math.round(asked * 100);
    if (order.status !== 'approved' && order.status !== 'partial_refunded')
      return refuse(400, 'Order already refunded');
    if (sum <= 0 || sum > order.paid - order.refunded) return refuse(400, 'Bad request');
    const status = startRefund(order, sum);
    return tell(order, { order_id: order.id, status, message: `R$ ${asked} has been refunded.` });
  };

  const list = (url: URL): HttpAnswer => {
    if (now() - lastList < LIST_GAP) return refuse(400, 'Wait a minute between lists');
    lastList = now();
    const order = byRef.get(url.searchParams.get('external_id') ?? '');
    const from = Date.parse(`${url.searchParams.get('start_date') ?? ''}Z`);
    const to = Date.parse(`${url.searchParams.get('end_date') ?? ''}Z`);
    if (to - from > 24 * HOUR + 1000) return refuse(400, 'The window is 24 hours at most');
    const isHit =
      order !== undefined &&
      order.listedAt <= now() &&
      clock(order.createdAt) >= from &&
      clock(order.createdAt) <= to + 1000;
    const rows = isHit
      ? [{ order_id: order.id, status: bring(order).status, total_order: amount(order.total) }]
      : [];
    return json(200, { total: rows.length, count: rows.length, offset: 0, data: rows });
  };

  const wallets = (): HttpAnswer =>
    json(200, [
      {
        wallet: 'pix',
        friendly_name: 'Pix',
        active: true,
        minimum_payment: amount(1),
        pix_dict_key: 'k',
        pix_psp: 'itau',
        wallet_setting_id: null,
        wallet_setting_name: null,
        logo: null,
        default: true,
      },
    ]);

  const gateway: ModelGateway = {
    orders,
    temper: CALM,
    byRef: (ref) => byRef.get(ref) ?? null,
    byBrCode: (brCode) => byBrCode.get(brCode) ?? null,
    ripen() {
      for (const order of live) bring(order);
    },
    expireTokens: () => void (tokens += 1),
    liftSpells() {
      for (const order of orders) order.spell = null;
    },
    pay(order, sum, evenIfClosed) {
      bring(order);
      const closed = order.status === 'cancelled' || order.status === 'expired';
      const takesLate = closed && evenIfClosed && now() - order.createdAt <= LATEST_PAYMENT;
      if (order.status !== 'pending' && !takesLate) return false;
      order.status = 'approved';
      order.paid = sum;
      order.endToEndId = `E${order.id.slice(-12).padStart(31, '0')}`;
      return true;
    },
    handle(request) {
      const url = new URL(request.url);
      if (url.pathname === '/pdvauth') return answers.token(`token-${tokens}`);
      const { authorization, Authorization } = request.headers;
      if ((authorization ?? Authorization) !== `Bearer token-${tokens}`) return refuse(401, 'Unauthorized');
      if (url.pathname === '/v1/wallets') return wallets();
      if (request.method === 'POST' && url.pathname === '/order') return open(request, 'order');
      if (request.method === 'POST' && url.pathname === '/orderv') return open(request, 'orderv');
      if (url.pathname === '/orders/list') return list(url);
      const [, family, id, tail] = url.pathname.split('/');
      const order = byId.get(id ?? '');
      if (order === undefined) return refuse(404, 'Order not Found');
      bring(order);
      if (request.method === 'GET') return order.family === family ? read(order) : refuse(400, 'Bad request');
      return tail === 'refund' ? refund(order, request) : cancel(order);
    },
  };
  return gateway;
}
