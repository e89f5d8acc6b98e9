import type { GatewayPlace } from '../../../shared/domain/till/gateway-place.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import { buildBrCode } from '../../../shared/domain/br-code/build-br-code.ts';
import { centavos, type Centavos } from '../../../shared/domain/money/centavos.ts';
import type {
  FoundOrders,
  Gateway,
  GatewayFailure,
  GatewayWord,
  NewOrder,
  OpenedOrder,
  OrderReading,
  OrderWord,
  RefusalReason,
} from '../../../main/core/gateway/port.ts';

type Method = Exclude<keyof Gateway, 'now'>;
type Answer<M extends Method> = Awaited<ReturnType<Gateway[M]>>;
/** An answer, or a function that makes one from the arguments. A promise is an answer that takes time. */
type Reply<M extends Method> =
  Answer<M> | ((...asked: Parameters<Gateway[M]>) => Answer<M> | Promise<Answer<M>>);

export interface Call {
  readonly method: Method;
  readonly asked: readonly unknown[];
}

/** A gateway with the answers of a test. It records its calls. */
export interface ScriptedGateway extends Gateway {
  readonly calls: Call[];
  /** The calls of one method, by their arguments. */
  asked<M extends Method>(method: M): Parameters<Gateway[M]>[];
  /** Sets the answers of the next calls, in order. They come before the one of `always`. */
  next<M extends Method>(method: M, ...replies: Reply<M>[]): void;
  always<M extends Method>(method: M, reply: Reply<M>): void;
  /** Sets the result of `now`. A new gateway sends no Date. */
  setClock(now: () => EpochMs | null): void;
}

/** Creates a gateway. By default it lists Pix, makes orders `order-1`, `order-2`…, cancels them, and no order is paid. */
export function createScriptedGateway(): ScriptedGateway {
  const calls: Call[] = [];
  const queues = new Map<Method, Reply<Method>[]>();
  const standing = new Map<Method, Reply<Method>>();
  const cancelled = new Set<string>();
  let orders = 0;
  let now: () => EpochMs | null = () => null;

  const answer =
    <M extends Method>(method: M) =>
    async (...asked: Parameters<Gateway[M]>): Promise<Answer<M>> => {
      calls.push({ method, asked });
      const reply = (queues.get(method)?.shift() ?? standing.get(method)) as Reply<M> | undefined;
      if (reply === undefined) throw new Error(`the script says nothing about ${method}`);
      return typeof reply === 'function' ? reply(...asked) : reply;
    };

  const gateway: ScriptedGateway = {
    calls,
    asked: <M extends Method>(method: M) =>
      calls.filter((call) => call.method === method).map((call) => call.asked as Parameters<Gateway[M]>),
    next: (method, ...replies) =>
      void queues.set(method, [...(queues.get(method) ?? []), ...(replies as Reply<Method>[])]),
    always: (method, reply) => void standing.set(method, reply as Reply<Method>),
    login: answer('login'),
    wallets: answer('wallets'),
    create: answer('create'),
    read: answer('read'),
    cancel: answer('cancel'),
    refund: answer('refund'),
    find: answer('find'),
    now: () => now(),
    setClock: (clock) => void (now = clock),
  };
  gateway.always('login', ok(undefined));
  gateway.always('wallets', ok([PIX]));
  gateway.always('create', (order) => opened(order, `order-${++orders}`));
  gateway.always('read', ({ orderId }) =>
    reading(cancelled.has(orderId) ? 'cancelled' : 'pending', { orderId }),
  );
  gateway.always('cancel', ({ orderId }) => {
    cancelled.add(orderId);
    return orderWord('cancelled', orderId);
  });
  gateway.always('find', () => listed([], now()));
  return gateway;
}

export const PIX = {
  wallet: 'pix',
  label: 'Pix',
  name: 'Pix',
  minimum: centavos(1),
  pixDictKey: 'key-1',
  pixPsp: 'itau',
  isDefault: true,
} as const;

/** Returns a Pix code with `amount` and a correct CRC. */
export function brCode(amount: number, url = 'qr.example/1'): string {
  const built = buildBrCode({
    kind: 'dynamic',
    url,
    merchantName: 'LOJA DO TESTE',
    merchantCity: 'SAO PAULO',
    amount: centavos(amount),
    txid: null,
  });
  if (!built.ok) throw new Error(built.error);
  return built.value;
}

export function opened(order: NewOrder, orderId = 'order-1', says = order.total): Result<OpenedOrder, never> {
  const { family } = order;
  return ok({
    orderId,
    family,
    word: 'pending',
    brCode: brCode(says, `qr.example/${orderId}`),
  });
}

export function reading(
  word: GatewayWord,
  said: Partial<OrderReading> = {},
): Result<OrderReading, GatewayFailure> {
  return ok({
    orderId: 'order-1',
    family: 'order',
    word,
    rawWord: word === 'unknown' ? 'in_analysis' : word,
    orderRef: null,
    total: null,
    paidAmount: null,
    endToEndId: null,
    ...said,
  });
}

/** Paid, with this amount. */
export function paid(amount: number, orderId = 'order-1'): Result<OrderReading, GatewayFailure> {
  return reading('approved', { orderId, paidAmount: amount as Centavos, endToEndId: `E${orderId}` });
}

export function orderWord(word: GatewayWord, orderId = 'order-1'): Result<OrderWord, GatewayFailure> {
  return ok({ orderId, word, rawWord: word });
}

/** The store and the till that each listed row names. */
export const LISTED_PLACE: GatewayPlace = {
  storeId: 'store-1',
  storeName: 'Loja Centro',
  tillId: 'till-1',
  tillName: 'Caixa 2',
};

/** A search that is complete up to `until`, or that proves nothing. */
export const listed = (
  orderIds: readonly string[],
  until: EpochMs | null = null,
): Result<FoundOrders, GatewayFailure> =>
  ok({
    orders: orderIds.map((orderId) => ({ orderId, word: 'pending', place: LISTED_PLACE })),
    until,
    rest: null,
  });

export const unreachable = err({ kind: 'unreachable', detail: 'ECONNREFUSED' } as const);
export const noAnswer = err({ kind: 'no-answer', detail: 'timed out' } as const);
export const unusable = err({ kind: 'unusable', status: 502, detail: 'a page of a proxy' } as const);
/** The login was answered by a page of a proxy, so the call itself was never sent. */
export const unusableLogin = err({
  kind: 'unreachable',
  detail: 'login unusable: a page of a proxy',
  unusable: { status: 502, detail: 'a page of a proxy' },
} as const);
export const refused = (reason: RefusalReason, message = 'no', status = 400) =>
  err({ kind: 'refused', status, reason, message } as const);
