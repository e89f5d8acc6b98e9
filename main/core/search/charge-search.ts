import type { Database } from 'better-sqlite3';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { oneAtATime } from '../../../shared/kernel/one-at-a-time.ts';
import { ulidFloor } from '../../../shared/kernel/ulid.ts';
import { conditions, findsFew, type ChargeFilter } from './charge-filter.ts';
import { CHARGE_SUMS, total, type Figures } from './figures.ts';
import { stridesDown, TOP, type IdRange } from './strides.ts';
import { createChargeRepo } from '../ledger/projections/charge-repo.ts';
import { openReadOnly } from '../ledger/open-database.ts';

/** What every charge that the filter lets through comes to, whatever the page; centavos. */
export interface ChargeTotals extends Figures {
  /** Paid less refunded. */
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
  const sums = db.prepare<object, Figures>(sumSql(filter));
  const found: string[] = [];
  const parts: Figures[] = [];
  for (const [low, high] of rangesOf(db, filter)) {
    const bounds = { ...values, low, high };
    parts.push(...sums.all(bounds));
    if (found.length <= limit && (cursor === null || low < cursor)) {
      const wanted = { ...bounds, cursor: cursor ?? TOP, limit: limit + 1 - found.length };
      found.push(...ids.all(wanted).map(({ id }) => id));
    }
    await breath();
  }
  const shown = found.slice(0, limit);
  const nextCursor = found.length > limit ? (shown.at(-1) ?? null) : null;
  const figures = total(parts);
  return {
    items: await load(db, shown),
    nextCursor,
    totals: { ...figures, net: figures.paid - figures.refunded },
  };
}

/** The ids of a page within a range of ids. */
export function listSql(filter: ChargeFilter): string {
  return `SELECT id FROM charge WHERE ${conditions(filter).sql} AND id >= @low AND id < @high
    AND id < @cursor ORDER BY id DESC LIMIT @limit`;
}

/** The sums of a range of ids. */
export function sumSql(filter: ChargeFilter): string {
  return `SELECT ${CHARGE_SUMS} FROM charge WHERE ${conditions(filter).sql} AND id >= @low AND id < @high`;
}

/** The range of ids that a filter names, in strides; in one where an index leads to few rows anyway. */
function rangesOf(db: Database, filter: ChargeFilter): Iterable<IdRange> {
  const low = filter.from === undefined ? '' : ulidFloor(filter.from);
  const high = filter.to === undefined ? TOP : ulidFloor(filter.to);
  return findsFew(filter) ? [[low, high]] : stridesDown(db, [low, high], STRIDE);
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

/** Lets other work of this process go first. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
