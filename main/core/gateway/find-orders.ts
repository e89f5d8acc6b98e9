import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { MINUTE, type Clock, type EpochMs } from '../../../shared/kernel/time.ts';
import type { Caller } from './caller.ts';
import type { GatewayClock } from './gateway-clock.ts';
import type { Politeness } from './politeness.ts';
import type { FoundOrders, GatewayFailure, ListedOrder } from './port.ts';
import { unusable } from './refusal.ts';
import { slicesOf, type SearchPlan, type Slice } from './search-plan.ts';
import { listAnswer } from './wire/answers.ts';
import { toGatewayWord } from './wire/status-word.ts';

/** At least a minute between two lists (section 6.1). */
const LIST_FLOOR_MS = MINUTE;

/**
 * The rows of one page. A reference has one order, so one page is usual. More pages are read in case the gateway ignores the
 * filter.
 */
const PAGE = 100;
const MAX_PAGES = 20;

/** What a search works with. */
export interface SearchTools {
  readonly call: Caller;
  readonly politeness: Politeness;
  readonly theirClock: GatewayClock;
  readonly clock: Pick<Clock, 'now'>;
}

/** Plans a search for the orders of one reference, from `since` by the gateway's clock. Lists nothing yet. */
export function planSearch(
  { theirClock, clock }: Pick<SearchTools, 'theirClock' | 'clock'>,
  since: EpochMs | null,
  foundIds: readonly string[] = [],
): SearchPlan {
  const at = theirClock.now();
  // `since` is an instant of the gateway's clock. It cannot be compared with ours.
  const slices = at === null ? slicesOf(null, clock.now()) : slicesOf(since, at);
  return { at, until: null, slices, foundIds };
}

/**
 * Lists the newest slice of a plan: GET /orders/list, page after page, a minute apart. Returns each order once. If the list was
 * not read to its end, fails with `unusable`, because the list does not prove that an order does not exist.
 */
export async function findOrders(
  tools: SearchTools,
  orderRef: string,
  since: EpochMs | null,
  plan: SearchPlan,
): Promise<Result<FoundOrders, GatewayFailure>> {
  const [slice, ...older] = plan.slices;
  if (slice === undefined) return ok({ orders: [], until: plan.until, rest: null });
  const listed = await listSlice(tools, orderRef, slice);
  if (!listed.ok) return listed;
  const { rows, listedAt } = listed.value;
  const orders = rows.filter(({ orderId }) => !plan.foundIds.includes(orderId));
  const foundIds = [...plan.foundIds, ...orders.map(({ orderId }) => orderId)];
  const isNewest = plan.until === null;
  // The answer proves that the plan was made with a wrong clock. Its window may end before the order, so the search begins
  // again.
  if (isNewest && listedAt !== null && !isWithin(listedAt, plan.at, slice))
    return ok({ orders, until: null, rest: planSearch(tools, since, foundIds) });
  const until = isNewest ? listedAt : plan.until;
  if (older.length === 0) return ok({ orders, until, rest: null });
  return ok({ orders, until: null, rest: { at: plan.at, until, slices: older, foundIds } });
}

/** True if the slice reaches the instant at which it was listed. */
function isWithin(listedAt: EpochMs, plannedAt: EpochMs | null, slice: Slice): boolean {
  return plannedAt !== null && listedAt >= plannedAt && listedAt <= slice.to;
}

interface Listed {
  readonly rows: readonly ListedOrder[];
  /** The gateway's clock after the first page. Every order that was made before is in the list. */
  readonly listedAt: EpochMs | null;
}

/** Lists the pages of one slice. `offset` counts rows. */
async function listSlice(
  { call, politeness, theirClock }: SearchTools,
  orderRef: string,
  slice: Slice,
): Promise<Result<Listed, GatewayFailure>> {
  const found = new Map<string, ListedOrder>();
  let read = 0;
  let listedAt: EpochMs | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await politeness.spaced('list', LIST_FLOOR_MS, () =>
      readPage(call, orderRef, slice, read),
    );
    if (!answer.ok) return answer;
    if (page === 0) listedAt = theirClock.now();
    const { rows, total } = answer.value;
    for (const row of rows) found.set(row.orderId, row);
    read += rows.length;
    const isWhole = total === null ? rows.length === 0 : found.size >= total;
    if (isWhole) return ok({ rows: [...found.values()], listedAt });
    if (rows.length === 0) return err(unusable(200, 'the list is shorter than it says'));
  }
  return err(unusable(200, 'the list has no end'));
}

interface Page {
  readonly rows: readonly ListedOrder[];
  /** The rows of all pages. Null if the gateway does not say: then an empty page is the end. */
  readonly total: number | null;
}

async function readPage(
  call: Caller,
  orderRef: string,
  slice: Slice,
  offset: number,
): Promise<Result<Page, GatewayFailure>> {
  const search = new URLSearchParams({
    external_id: orderRef,
    start_date: zoneless(slice.from),
    end_date: zoneless(slice.to),
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
    place: {
      storeId: row.store_id,
      storeName: row.store_name,
      tillId: row.store_pos_id,
      tillName: row.store_pos_name,
    },
  }));
  return ok({ rows, total: parsed.data.total });
}

/**
 * Turns a refusal of a list into `unusable`: the list was, for example, requested too soon after a restart, and is requested
 * again later.
 */
function asDoubt(failure: GatewayFailure): GatewayFailure {
  if (failure.kind !== 'refused') return failure;
  if (failure.reason === 'credentials' || failure.reason === 'permission') return failure;
  return unusable(failure.status, failure.message);
}

/** `YYYY-MM-DDTHH:MM:SS` in UTC without a zone. */
function zoneless(at: EpochMs): string {
  return new Date(at).toISOString().slice(0, 19);
}
