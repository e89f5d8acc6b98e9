import type { Database } from 'better-sqlite3';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { oneAtATime } from '../../../shared/kernel/one-at-a-time.ts';
import { ulidFloor } from '../../../shared/kernel/ulid.ts';
import { conditions, findsFew, type ChargeFilter } from './charge-filter.ts';
import { createChargeRepo } from '../ledger/projections/charge-repo.ts';
import { openReadOnly } from '../ledger/open-database.ts';

/** Sums over every charge that the filter lets through, whatever the page. Centavos. */
export interface ChargeTotals {
  readonly count: number;
  /** What was asked for. */
  readonly amount: number;
  readonly paidCount: number;
  readonly paid: number;
  readonly refunded: number;
  /** What stayed with the shop. */
  readonly net: number;
}

export interface ChargePage {
  /** Newest first. */
  readonly items: readonly Charge[];
  /** Where the next page begins; null at the end. */
  readonly nextCursor: string | null;
  readonly totals: ChargeTotals;
}

export interface ChargeSearch {
  page(filter: ChargeFilter, limit: number, cursor: string | null): Promise<ChargePage>;
  close(): Promise<void>;
}

/** Rows looked at before the till's other work gets its turn: some 3 ms. */
const STRIDE = 2_000;
/** Above every ULID. */
const TOP = '~';

/**
 * Lists of charges on a connection of their own that cannot write. A list over years is read in strides within one
 * snapshot, so that its sums fit together and no charge at the counter waits for it.
 */
export function createChargeSearch(file: string): ChargeSearch {
  let db: Database | null = null;
  const inTurn = oneAtATime();
  return {
    page: (filter, limit, cursor) =>
      inTurn(async () => {
        db ??= openReadOnly(file);
        db.exec('BEGIN');
        try {
          return await readPage(db, filter, limit, cursor);
        } finally {
          db.exec('COMMIT');
        }
      }),
    close: () =>
      inTurn(async () => {
        db?.close();
        db = null;
      }),
  };
}

async function readPage(
  db: Database,
  filter: ChargeFilter,
  limit: number,
  cursor: string | null,
): Promise<ChargePage> {
  const { values } = conditions(filter);
  const ids = db.prepare<object, { id: string }>(listSql(filter));
  const sums = db.prepare<object, Sums>(sumSql(filter));
  const found: string[] = [];
  let totals = NOTHING;
  for (const [low, high] of strides(db, filter)) {
    const bounds = { ...values, low, high };
    totals = add(totals, sums.get(bounds) ?? NOTHING);
    if (found.length <= limit && (cursor === null || low < cursor)) {
      const wanted = { ...bounds, cursor: cursor ?? TOP, limit: limit + 1 - found.length };
      found.push(...ids.all(wanted).map(({ id }) => id));
    }
    await breath();
  }
  const shown = found.slice(0, limit);
  const nextCursor = found.length > limit ? (shown.at(-1) ?? null) : null;
  return {
    items: await load(db, shown),
    nextCursor,
    totals: { ...totals, net: totals.paid - totals.refunded },
  };
}

/** The ids of a page within a range of ids. */
export function listSql(filter: ChargeFilter): string {
  return `SELECT id FROM charge WHERE ${conditions(filter).sql} AND id >= @low AND id < @high
    AND id < @cursor ORDER BY id DESC LIMIT @limit`;
}

/** The sums of a range of ids. */
export function sumSql(filter: ChargeFilter): string {
  return `SELECT ${SUMS} FROM charge WHERE ${conditions(filter).sql} AND id >= @low AND id < @high`;
}

/** Ranges of ids, newest first, each of `STRIDE` rows; one range where an index leads to few rows anyway. */
function* strides(db: Database, filter: ChargeFilter): Generator<readonly [string, string]> {
  const bottom = filter.from === undefined ? '' : ulidFloor(filter.from);
  let high = filter.to === undefined ? TOP : ulidFloor(filter.to);
  const few = findsFew(filter);
  const edge = db.prepare<[string, number], { id: string }>(
    'SELECT id FROM charge WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET ?',
  );
  for (;;) {
    const low = few ? bottom : (edge.get(high, STRIDE - 1)?.id ?? bottom);
    yield [low > bottom ? low : bottom, high];
    if (low <= bottom) return;
    high = low;
  }
}

type Sums = Omit<ChargeTotals, 'net'>;

const NOTHING: Sums = { count: 0, amount: 0, paidCount: 0, paid: 0, refunded: 0 };

const SUMS = `count(*) AS count, coalesce(sum(amount_centavos), 0) AS amount, count(paid_centavos) AS paidCount,
  coalesce(sum(paid_centavos), 0) AS paid, coalesce(sum(refunded_centavos), 0) AS refunded`;

function add(left: Sums, right: Sums): Sums {
  return {
    count: left.count + right.count,
    amount: left.amount + right.amount,
    paidCount: left.paidCount + right.paidCount,
    paid: left.paid + right.paid,
    refunded: left.refunded + right.refunded,
  };
}

async function load(db: Database, ids: readonly string[]): Promise<Charge[]> {
  const repo = createChargeRepo(db);
  const charges: Charge[] = [];
  for (const [place, id] of ids.entries()) {
    const charge = repo.byId(id);
    if (charge !== null) charges.push(charge);
    if (place % 100 === 99) await breath();
  }
  return charges;
}

/** Lets whatever else waits in this process go first. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
