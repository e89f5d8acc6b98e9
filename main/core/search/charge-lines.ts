import type { Database } from 'better-sqlite3';
import type { ChargeStatus, Forced, ProblemCode } from '../../../shared/domain/charge/charge.ts';
import { DAY, epochMs } from '../../../shared/kernel/time.ts';
import { ulidFloor } from '../../../shared/kernel/ulid.ts';
import { stridesUp, TOP, type IdRange } from './strides.ts';
import { conditions, findsFew, type ChargeFilter } from './charge-filter.ts';

/** One charge as a report tells it: an array, since a million of them are read. In the order of `COLUMNS`; centavos. */
export type ChargeLine = readonly [
  id: string,
  businessDay: string,
  createdAt: number,
  till: string,
  operator: string,
  reference: string | null,
  wallet: string,
  pixDictKey: string | null,
  amount: number,
  paid: number | null,
  refunded: number,
  status: ChargeStatus,
  late: number,
  forced: Forced['outcome'] | null,
  endToEndId: string | null,
  orderId: string | null,
  store: string,
  problem: ProblemCode | null,
  pendingRefund: number | null,
  refundUnclear: number,
  approvedAt: number | null,
  refundedAt: number | null,
];

const COLUMNS = `id, business_day, created_at_ms, till, operator, reference, wallet, pix_dict_key, amount_centavos,
  paid_centavos, refunded_centavos, status, late, forced_outcome, end_to_end_id, ${order()}, store, problem_code,
  refund_centavos, ${unclear()}, approved_at_ms, ${refundedAt()}`;

/** The order that took the money, which after a late payment need not be the newest; else the newest. */
function order(): string {
  return `coalesce(
    (SELECT order_id FROM attempt WHERE charge_id = charge.id AND status IN ('paid', 'returning', 'unclear') ORDER BY no LIMIT 1),
    (SELECT order_id FROM attempt WHERE charge_id = charge.id ORDER BY no DESC LIMIT 1))`;
}

/** 1 if a refund of an unknown amount was made. */
function unclear(): string {
  return `status IN ('partially_refunded', 'refund_pending')
    AND EXISTS (SELECT 1 FROM attempt WHERE charge_id = charge.id AND status = 'unclear')`;
}

/**
 * When the last refund was known to be done: by our own refund, or by what the gateway said of the order. After a refund
 * its words are about the refund.
 */
function refundedAt(): string {
  return `iif(refunded_centavos = 0, NULL, (SELECT max(at_ms) FROM ledger_event WHERE subject = charge.id
    AND +type IN ('refund-done', 'seen')))`;
}

/** Charges looked at before a reader may do something else. */
const STRIDE = 500;

/** How many charges a filter lets through. A generator, so that the caller can stop between two steps. */
export function* countLines(db: Database, filter: ChargeFilter): Generator<number> {
  const count = db.prepare<object, { count: number }>(countSql(filter));
  const { values } = conditions(filter);
  for (const [low, high] of rangesOf(db, filter)) yield count.get({ ...values, low, high })?.count ?? 0;
}

/** The charges that a filter lets through, oldest first, in batches. Read within one transaction they are of one moment. */
export function* readLines(db: Database, filter: ChargeFilter): Generator<ChargeLine[]> {
  const read = db.prepare<object, ChargeLine>(linesSql(filter)).raw();
  const { values } = conditions(filter);
  for (const [low, high] of rangesOf(db, filter)) yield read.all({ ...values, low, high });
}

/** The lines of a range of ids. */
export function linesSql(filter: ChargeFilter): string {
  return `SELECT ${COLUMNS} FROM charge WHERE ${conditions(filter).sql} AND id >= @low AND id < @high ORDER BY id`;
}

/** How many charges of a range of ids. */
export function countSql(filter: ChargeFilter): string {
  return `SELECT count(*) AS count FROM charge WHERE ${conditions(filter).sql} AND id >= @low AND id < @high`;
}

/** The range of ids that a filter names, in strides; in one where an index leads to few charges anyway. */
function rangesOf(db: Database, filter: ChargeFilter): Iterable<IdRange> {
  const { from, to, fromDay, toDay } = filter;
  // In another zone, which the store may have had, a day began up to some hours before or after.
  const low = from === undefined ? '' : ulidFloor(epochMs(fromDay === undefined ? from : from - DAY));
  const high = to === undefined ? TOP : ulidFloor(epochMs(toDay === undefined ? to : to + DAY));
  return findsFew(filter) ? [[low, high]] : stridesUp(db, [low, high], STRIDE);
}
