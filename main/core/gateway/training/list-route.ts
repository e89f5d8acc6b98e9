import type { FastifyInstance } from 'fastify';
import { DAY, MINUTE } from '../../../../shared/kernel/time.ts';
import { sendError, type TrainingContext } from './context.ts';
import { TRAINING_SHOP } from './training-shop.ts';
import type { TrainingOrder } from './training-order.ts';
import { listRow, statusWord } from './wire-answers.ts';

type Query = Readonly<Record<string, string | string[] | undefined>>;

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 200;

/**
 * GET /orders/list, section 6.1. The limits are documented, and how the gateway enforces them is not. This route answers a
 * window of more than 24 h, and a call within a minute of the last one, with 400 and the reason.
 */
export function addListRoute(app: FastifyInstance, { clock, store }: TrainingContext): void {
  let listedAt = -Infinity;

  app.get<{ Querystring: Query }>('/orders/list', async (request, reply) => {
    if (clock.monotonic() - listedAt < MINUTE)
      return sendError(reply, 400, 'At least 1 minute between list calls');
    listedAt = clock.monotonic();
    const { query } = request;
    const offset = whole(query['offset'], 0);
    const limit = whole(query['limit'], DEFAULT_LIMIT);
    const created = windowOf(query, 'start_date', 'end_date', clock.now());
    const paid = windowOf(query, 'payment_start_date', 'payment_end_date', clock.now());
    if (offset === null || limit === null || limit > MAX_LIMIT || created === null || paid === null) {
      return sendError(reply, 400, 'Bad request');
    }
    if (isTooWide(created) || isTooWide(paid))
      return sendError(reply, 400, 'The date window is 24 hours at most');
    const found = store.find(
      (order) =>
        matches(order, query) &&
        (!created || isWithin(order.createdAtMs, created)) &&
        (!paid || (order.paid !== null && isWithin(order.paid.atMs, paid))),
    );
    const data = found.slice(offset, offset + limit).map(listRow);
    return { total: found.length, count: data.length, offset, data };
  });
}

type Window = { readonly fromMs: number; readonly toMs: number };

/**
 * Returns the window of a query. Undefined without dates. Null if a date is not `YYYY-MM-DDTHH:MM:SS`. An open end is a day
 * away.
 */
function windowOf(query: Query, start: string, end: string, nowMs: number): Window | null | undefined {
  const [from, to] = [query[start], query[end]];
  if (from === undefined && to === undefined) return undefined;
  const toMs = to === undefined ? nowMs : instant(to);
  const fromMs = from === undefined ? (toMs ?? nowMs) - DAY : instant(from);
  return fromMs === null || toMs === null ? null : { fromMs, toMs: toMs + 999 };
}

function instant(text: string | string[]): number | null {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text)) return null;
  const atMs = Date.parse(`${text}Z`);
  return Number.isNaN(atMs) ? null : atMs;
}

function isTooWide(window: Window | undefined): boolean {
  return window !== undefined && window.toMs - window.fromMs > DAY + 999;
}

function isWithin(atMs: number, { fromMs, toMs }: Window): boolean {
  return atMs >= fromMs && atMs <= toMs;
}

function matches(order: TrainingOrder, query: Query): boolean {
  const wanted: readonly (readonly [string, string | null])[] = [
    ['external_id', order.orderRef],
    ['order_id', order.orderId],
    ['status', statusWord(order)],
    ['psp_provider', order.pixPsp],
    ['store_id', TRAINING_SHOP.storeId],
    ['customer_id', TRAINING_SHOP.customerId],
  ];
  return wanted.every(([name, value]) => query[name] === undefined || query[name] === value);
}

function whole(text: string | string[] | undefined, otherwise: number): number | null {
  if (text === undefined) return otherwise;
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
