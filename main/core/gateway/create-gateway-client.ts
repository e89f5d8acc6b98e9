import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { SECOND, type Clock } from '../../../shared/kernel/time.ts';
import type { Centavos } from '../../../shared/domain/money/centavos.ts';
import { createAuthorizedCaller } from './authorized-caller.ts';
import { createCaller, type GatewayAnswer } from './caller.ts';
import { createGatewayClock } from './gateway-clock.ts';
import { findOrders, planSearch } from './find-orders.ts';
import { needsEOrder, orderBody, type VariableExpiryDetails } from './order-body.ts';
import { createPoliteness } from './politeness.ts';
import type { Gateway, GatewayFailure, OpenedOrder, OrderHandle, OrderWord } from './port.ts';
import { createReader } from './read-order.ts';
import { unusable } from './refusal.ts';
import { createSession, type GatewayCredentials } from './session.ts';
import type { HttpTransport } from './transport.ts';
import { toWallets } from './wallets.ts';
import { openedAnswer, orderWordAnswer } from './wire/answers.ts';
import { jsonObject, jsonReais } from './wire/json-text.ts';
import { toGatewayWord } from './wire/status-word.ts';

export interface GatewayClientOptions {
  /** As `checkBaseUrl` returns it, without a slash at the end. */
  readonly baseUrl: string;
  readonly credentials: GatewayCredentials;
  readonly transport: HttpTransport;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** The wait between two reads of an order, ms. 3000 by default (section 8.2). */
  readonly pollFloorMs?: number;
  /** Returns the details for an order of `/orderv`. Called for each order. */
  readonly variableExpiry?: () => VariableExpiryDetails;
}

/**
 * Creates the client of the Conexão Rede / Shipay gateway. It logs in when needed, sends one request at a time for each order,
 * keeps the waits that the gateway asks for, and refuses answers that fit no schema. It never repeats a create, cancel or
 * refund whose outcome is unknown.
 */
export function createGatewayClient(options: GatewayClientOptions): Gateway {
  const { clock, random, transport, baseUrl, credentials } = options;
  const theirClock = createGatewayClock(clock);
  const call = createCaller(baseUrl, transport, clock, theirClock, options.logger.scoped('gateway'));
  const session = createSession(credentials, call, clock);
  const authorized = createAuthorizedCaller(session, call);
  const politeness = createPoliteness(clock, random);

  const remove = (
    handle: OrderHandle,
    tail: '' | '/refund',
    body?: string,
  ): Promise<Result<OrderWord, GatewayFailure>> =>
    politeness.exclusively(handle.orderId, async () => {
      const path = `/order/${encodeURIComponent(handle.orderId)}${tail}`;
      const route = `/order/{id}${tail}`;
      const answer = await authorized({
        method: 'DELETE',
        path,
        route,
        ...(body === undefined ? {} : { body }),
      });
      return answer.ok ? toOrderWord(answer.value, handle) : answer;
    });

  return {
    login: async () => {
      const token = await session.login();
      return token.ok ? ok(undefined) : token;
    },
    wallets: async () => {
      const answer = await authorized({ method: 'GET', path: '/v1/wallets', route: '/v1/wallets' });
      if (!answer.ok) return answer;
      const wallets = toWallets(answer.value.json);
      return wallets ? ok(wallets) : err(unusable(answer.value.status, 'not a list of wallets'));
    },
    create: async (order) => {
      const path = `/${order.family}`;
      const answer = await authorized({
        method: 'POST',
        path,
        route: path,
        body: orderBody(order, options.variableExpiry?.() ?? {}),
        headers: needsEOrder(order) ? { 'x-shipay-order-type': 'e-order' } : {},
      });
      return answer.ok ? toOpened(answer.value, order.family) : answer;
    },
    read: createReader(authorized, politeness, options.pollFloorMs ?? 3 * SECOND),
    // Both families are cancelled and refunded through /order (section 5).
    cancel: (handle) => remove(handle, ''),
    refund: (handle, amount: Centavos) =>
      remove(handle, '/refund', jsonObject({ amount: jsonReais(amount) })),
    find: async (orderRef, since, rest) => {
      // The answer to a login has the gateway's Date, which the plan needs.
      const token = await session.token();
      if (!token.ok) return token;
      const tools = { call: authorized, politeness, theirClock, clock };
      return findOrders(tools, orderRef, since, rest ?? planSearch(tools, since));
    },
    now: theirClock.now,
  };
}

function toOpened(
  { status, json }: GatewayAnswer,
  family: OpenedOrder['family'],
): Result<OpenedOrder, GatewayFailure> {
  const parsed = openedAnswer.safeParse(json);
  if (!parsed.success) return err(unusable(status, 'the answer to the order has no id, status or QR'));
  const { order_id, qr_code_text } = parsed.data;
  return ok({
    orderId: order_id,
    family,
    word: toGatewayWord(parsed.data.status),
    brCode: qr_code_text,
  });
}

function toOrderWord(
  { status, json }: GatewayAnswer,
  handle: OrderHandle,
): Result<OrderWord, GatewayFailure> {
  const parsed = orderWordAnswer.safeParse(json);
  if (!parsed.success) return err(unusable(status, 'the answer names no order or no status'));
  if (parsed.data.order_id !== handle.orderId)
    return err(unusable(status, 'the answer is about another order'));
  return ok({
    orderId: handle.orderId,
    word: toGatewayWord(parsed.data.status),
    rawWord: parsed.data.status,
  });
}
