import type { Database } from 'better-sqlite3';
import type { Forced, ProblemCode } from '../../../shared/domain/charge/charge.ts';
import { LISTED_COLUMNS, type ListedCharge } from './listed-charge.ts';
import type { ChargeFilter } from './charge-filter.ts';
import { chargeMatches } from './conditions.ts';
import { dayAbove, dayRange } from './day-range.ts';

/** What a report file needs of a charge. */
export interface ChargeLine extends ListedCharge {
  /** 1 after a late payment. */
  readonly late: number;
  /** How a manager settled it without proof. */
  readonly forced: Forced['outcome'] | null;
  /** The gateway's id of the paid order, or of the newest one without a payment. */
  readonly orderId: string | null;
  readonly problem: ProblemCode | null;
  /** The amount of a refund that is not confirmed yet. */
  readonly pendingRefund: number | null;
  /** 1 if the amount of a refund is unknown. */
  readonly refundUnclear: number;
  /** The last confirmed refund. */
  readonly refundedAt: number | null;
}

const LINE_COLUMNS = `${LISTED_COLUMNS}, late, forced_outcome AS forced, ${orderId()} AS orderId, problem_code AS problem,
  refund_centavos AS pendingRefund, ${refundUnclear()} AS refundUnclear, ${refundedAt()} AS refundedAt`;

/** The order with the payment, or the newest order without one. After a late payment the paid order need not be the newest. */
function orderId(): string {
  return `coalesce(
    (SELECT order_id FROM attempt WHERE charge_id = charge.id AND status IN ('paid', 'returning', 'unclear') ORDER BY no LIMIT 1),
    (SELECT order_id FROM attempt WHERE charge_id = charge.id ORDER BY no DESC LIMIT 1))`;
}

function refundUnclear(): string {
  return `status IN ('partially_refunded', 'refund_pending')
    AND EXISTS (SELECT 1 FROM attempt WHERE charge_id = charge.id AND status = 'unclear')`;
}

/**
 * The instant of the newest event that can tell of a refund: the end of our own refund, or a reading of the order. After a refund
 * a reading tells of the refund.
 */
function refundedAt(): string {
  return `iif(refunded_centavos = 0, NULL, (SELECT max(at_ms) FROM ledger_event WHERE subject = charge.id
    AND +type IN ('refund-done', 'seen')))`;
}

/** A batch has at most so many charges, so that the reader can pause between two batches. */
const BATCH = 500;

/** The first business day with charges between two days, both included. */
export const FIRST_DAY_SQL =
  'SELECT min(business_day) AS day FROM charge WHERE business_day >= ? AND business_day <= ?';

/** The number of matching charges of a day. */
export function countSql(filter: ChargeFilter): string {
  return `SELECT count(*) AS count FROM charge WHERE business_day = @day AND ${chargeMatches(filter).sql}`;
}

/** The next batch of matching charges of a day after an id, oldest first. */
export function linesSql(filter: ChargeFilter): string {
  return `SELECT ${LINE_COLUMNS} FROM charge WHERE business_day = @day AND id > @after AND ${chargeMatches(filter).sql}
    ORDER BY id LIMIT ${BATCH}`;
}

/** Yields how many charges of each day match. */
export function* countLines(db: Database, filter: ChargeFilter): Generator<number> {
  const count = db.prepare<object, { count: number }>(countSql(filter));
  const { values } = chargeMatches(filter);
  for (const day of daysWithCharges(db, filter)) yield count.get({ ...values, day })?.count ?? 0;
}

/** Yields the matching charges in batches, by business day and then by id, oldest first. A batch can be empty. */
export function* readLines(db: Database, filter: ChargeFilter): Generator<ChargeLine[]> {
  const read = db.prepare<object, ChargeLine>(linesSql(filter));
  const { values } = chargeMatches(filter);
  for (const day of daysWithCharges(db, filter)) {
    let lines: ChargeLine[] = [];
    do {
      lines = read.all({ ...values, day, after: lines.at(-1)?.id ?? '' });
      yield lines;
    } while (lines.length === BATCH);
  }
}

/** Yields the business days of the filter that have charges, matching or not, oldest first. */
function* daysWithCharges(db: Database, filter: ChargeFilter): Generator<string> {
  const first = db.prepare<[string, string], { day: string | null }>(FIRST_DAY_SQL);
  const { low, high } = dayRange(filter);
  const firstFrom = (from: string): string | null => first.get(from, high)?.day ?? null;
  for (let day = firstFrom(low); day !== null; day = firstFrom(dayAbove(day))) yield day;
}
