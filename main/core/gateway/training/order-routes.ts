import type { FastifyInstance } from 'fastify';
import type { Centavos } from '../../../../shared/domain/money/centavos.ts';
import { isObject } from '../wire/error-body.ts';
import { LENIENT_NUMBERS, STRICT_NUMBERS } from './body-numbers.ts';
import { checkNewOrder } from './check-new-order.ts';
import { sendError, type TrainingContext } from './context.ts';
import { cancelOrder, leftToRefund, openOrder, refundOrder } from './desk.ts';
import { qrOf } from './qr-text.ts';
import { receive, type TrainingOrder } from './training-order.ts';
import { TRAINING_WALLETS } from './training-wallets.ts';
import { openedAnswer, readingAnswer, spokenReais, statusWord, walletAnswer } from './wire-answers.ts';

interface ById {
  Params: { orderId: string };
}

/** Wallets, and the life of an order: sections 2.1, 3, 4 and 5. */
export function addOrderRoutes(app: FastifyInstance, context: TrainingContext): void {
  const { clock, random, store, tokens } = context;

  app.addHook('onRequest', async (request, reply) => {
    if (context.faultOf(request)?.kind === 'token-expired') {
      return reply.code(401).send({ msg: 'Token has expired' });
    }
    const refusal = tokens.refuse(request.headers.authorization, 'access');
    return refusal ? reply.code(refusal.status).send(refusal.body) : undefined;
  });

  app.get('/v1/wallets', async () => TRAINING_WALLETS.map(walletAnswer));

  for (const family of ['order', 'orderv'] as const) {
    app.post(`/${family}`, async (request, reply) => {
      const orderType = request.headers['x-shipay-order-type'];
      const checked = checkNewOrder(
        family,
        request.body,
        typeof orderType === 'string' ? orderType : undefined,
        context.strict,
      );
      if (!checked.ok) return reply.code(checked.error.status).send(checked.error.body);
      const order = openOrder(checked.value, family, clock.now(), random);
      const qr = qrOf(order);
      store.put(order);
      return reply.code(family === 'order' ? 200 : 201).send(openedAnswer(order, qr.text, qr.deepLink));
    });

    app.get<ById>(`/${family}/:orderId`, async (request, reply) => {
      const order = store.get(request.params.orderId);
      if (order?.family === family) return readingAnswer(order);
      // The two families of the real gateway refuse each other's orders with different answers (section 4).
      if (order && family === 'order') return sendError(reply, 400, 'Bad request');
      return sendError(reply, 404, 'Order not Found');
    });
  }

  app.delete<ById>('/order/:orderId', async (request, reply) => {
    const order = store.get(request.params.orderId);
    if (!order) return sendError(reply, 404, 'Order not Found');
    const cancelled = bankRefuses(request)
      ? { ok: true as const, value: order }
      : cancelOrder(order, clock.now());
    if (!cancelled.ok) return sendError(reply, 400, cancelled.error);
    keep(order, cancelled.value);
    return { order_id: order.orderId, status: statusWord(cancelled.value) };
  });

  app.delete<ById>('/order/:orderId/refund', async (request, reply) => {
    const order = store.get(request.params.orderId);
    if (!order) return sendError(reply, 404, 'Order not Found');
    const amount = refundAmount(request.body, order, context.strict);
    if (amount === null) return sendError(reply, 400, 'Bad request: amount');
    const refunded = refundOrder(order, amount, clock.now());
    if (!refunded.ok) return sendError(reply, 400, refunded.error);
    if (bankRefuses(request)) {
      return { order_id: order.orderId, status: statusWord(order), message: 'The refund was not accepted.' };
    }
    keep(order, refunded.value);
    const message = `R$ ${spokenReais(amount)} has been refunded.`;
    return { order_id: order.orderId, status: statusWord(refunded.value), message };
  });

  const bankRefuses = (request: Parameters<TrainingContext['faultOf']>[0]): boolean =>
    context.faultOf(request)?.kind === 'bank-refuses';

  const keep = (before: TrainingOrder, after: TrainingOrder): void => {
    if (after !== before) store.put(after);
  };
}

/** The call of staging that pays an order of shipay-pagador, by the id in its QR and without a token (section 8.4). */
export function addNoticeRoute(app: FastifyInstance, { clock, store }: TrainingContext): void {
  app.post<{ Params: { noticeId: string } }>(
    '/notification/shipay-pagador/:noticeId',
    async (request, reply) => {
      const { noticeId } = request.params;
      const [order] = store.find((candidate) => candidate.noticeId === noticeId);
      if (order?.wallet !== 'shipay-pagador') return sendError(reply, 404, 'Order not Found');
      if (order.status !== 'pending') return sendError(reply, 400, `Order already ${order.status}`);
      store.put(receive(order, order.total, clock.now()));
      return { message: 'Order approved' };
    },
  );
}

/** Returns the amount of a refund. Without an amount, all of the money. Null if the amount is not valid. */
function refundAmount(body: unknown, order: TrainingOrder, strict: boolean): Centavos | null {
  const asked = isObject(body) ? body['amount'] : undefined;
  if (asked === undefined || asked === null) return leftToRefund(order);
  const amount = (strict ? STRICT_NUMBERS : LENIENT_NUMBERS).amount.safeParse(asked);
  return amount.success ? amount.data : null;
}
