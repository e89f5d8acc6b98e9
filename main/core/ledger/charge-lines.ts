import type { Database } from 'better-sqlite3';
import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { ulidFloor } from '../../../shared/kernel/ulid.ts';
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
  forced: number,
  endToEndId: string | null,
  orderId: string | null,
  store: string,
];

const COLUMNS = `id, business_day, created_at_ms, till, operator, reference, wallet, pix_dict_key, amount_centavos,
  paid_centavos, refunded_centavos, status, late, forced_outcome IS NOT NULL, end_to_end_id,
  (SELECT order_id FROM attempt WHERE charge_id = charge.id ORDER BY no DESC LIMIT 1), store`;

/** Charges looked at before a reader may do something else. */
const STRIDE = 2_000;
/** Above every ULID. */
const TOP = '~';

/** How many charges a filter lets through. A generator: each step is a moment to look whether anybody still wants it. */
export function* countLines(db: Database, filter: ChargeFilter): Generator<number> {
  const count = db.prepare<object, { count: number }>(countSql(filter));
  const { values } = conditions(filter);
  for (const [low, high] of strides(db, filter)) yield count.get({ ...values, low, high })?.count ?? 0;
}

/** The charges that a filter lets through, oldest first, in batches. Read within one transaction they are of one moment. */
export function* readLines(db: Database, filter: ChargeFilter): Generator<ChargeLine[]> {
  const read = db.prepare<object, ChargeLine>(linesSql(filter)).raw();
  const { values } = conditions(filter);
  for (const [low, high] of strides(db, filter)) yield read.all({ ...values, low, high });
}

/** The lines of a range of ids. */
export function linesSql(filter: ChargeFilter): string {
  return `SELECT ${COLUMNS} FROM charge WHERE ${conditions(filter).sql} AND id >= @low AND id < @high ORDER BY id`;
}

/** How many charges of a range of ids. */
export function countSql(filter: ChargeFilter): string {
  return `SELECT count(*) AS count FROM charge WHERE ${conditions(filter).sql} AND id >= @low AND id < @high`;
}

/** Ranges of ids, oldest first, each of `STRIDE` charges; one range where an index leads to few charges anyway. */
function* strides(db: Database, filter: ChargeFilter): Generator<readonly [string, string]> {
  const top = filter.to === undefined ? TOP : ulidFloor(filter.to);
  let low = filter.from === undefined ? '' : ulidFloor(filter.from);
  const edge = db.prepare<[string, number], { id: string }>(
    'SELECT id FROM charge WHERE id >= ? ORDER BY id LIMIT 1 OFFSET ?',
  );
  const few = findsFew(filter);
  for (;;) {
    const next = few ? top : (edge.get(low, STRIDE)?.id ?? top);
    const high = next < top ? next : top;
    yield [low, high];
    if (high === top) return;
    low = high;
  }
}
