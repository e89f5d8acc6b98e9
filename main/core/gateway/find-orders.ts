import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { DAY, MINUTE } from '../../../shared/kernel/time.ts';
import type { Caller } from './caller.ts';
import type { Politeness } from './politeness.ts';
import type { GatewayFailure, ListedOrder } from './port.ts';
import { unusable } from './refusal.ts';
import { listAnswer } from './wire/answers.ts';
import { toGatewayWord } from './wire/status-word.ts';

/** At least a minute between two lists (section 6.1). */
const LIST_FLOOR_MS = MINUTE;

/** A reference names one order, so one page is the rule; more are read in case the filter is not obeyed. */
const PAGE = 100;
const MAX_PAGES = 20;

type Listed = Result<readonly ListedOrder[], GatewayFailure>;

/**
 * GET /orders/list for one reference, page after page, a minute apart. `offset` is taken for skipped rows; an order already seen is
 * not told twice. A list that was not read to its end is `unusable`: it does not prove that an order is not there.
 */
export async function findOrders(
  call: Caller,
  politeness: Politeness,
  query: { readonly orderRef: string; readonly fromMs: number; readonly toMs: number },
): Promise<Listed> {
  if (query.toMs < query.fromMs || query.toMs - query.fromMs > DAY) {
    return err({
      kind: 'refused',
      status: 0,
      reason: 'invalid',
      message: 'the window of a list is 24 h at most',
    });
  }
  const found = new Map<string, ListedOrder>();
  let read = 0;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await politeness.spaced('list', LIST_FLOOR_MS, () => readPage(call, query, read));
    if (!answer.ok) return answer;
    const { rows, total } = answer.value;
    for (const row of rows) found.set(row.orderId, row);
    read += rows.length;
    if (rows.length === 0 || read >= total) return ok([...found.values()]);
  }
  return err(unusable(200, 'the list has no end'));
}

async function readPage(
  call: Caller,
  query: { readonly orderRef: string; readonly fromMs: number; readonly toMs: number },
  offset: number,
): Promise<Result<{ readonly rows: readonly ListedOrder[]; readonly total: number }, GatewayFailure>> {
  const search = new URLSearchParams({
    external_id: query.orderRef,
    start_date: zoneless(Math.floor(query.fromMs / 1000)),
    end_date: zoneless(Math.floor(query.toMs / 1000)),
    offset: String(offset),
    limit: String(PAGE),
  });
  const answer = await call({
    method: 'GET',
    path: `/orders/list?${search.toString()}`,
    route: '/orders/list',
  });
  if (!answer.ok) return err(asDoubt(answer.error));
  const parsed = listAnswer.safeParse(answer.value.json);
  if (!parsed.success) return err(unusable(answer.value.status, 'not a list of orders'));
  const rows = parsed.data.data.map((row) => ({
    orderId: row.order_id,
    word: toGatewayWord(row.status),
    total: row.total_order,
    tillId: row.store_pos_id,
  }));
  return ok({ rows, total: parsed.data.total ?? rows.length });
}

/** A list refused for its form (asked too soon after a restart, say) tells nothing of any order: it is asked again later. */
function asDoubt(failure: GatewayFailure): GatewayFailure {
  if (failure.kind !== 'refused') return failure;
  if (failure.reason === 'credentials' || failure.reason === 'permission') return failure;
  return unusable(failure.status, failure.message);
}

/** `YYYY-MM-DDTHH:MM:SS` in UTC without a zone, from whole seconds. */
function zoneless(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}
