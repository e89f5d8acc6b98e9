import type { Database } from 'better-sqlite3';
import type { ChargeFilter } from './charge-filter.ts';
import { and, bind, oneOf, type SqlPart } from './sql.ts';
import { textIndexes } from './text-search.ts';

/** How much one answer may read. */
export interface SearchLimits {
  /** If an index leads to more charges than this, the days are read instead. */
  readonly candidates: number;
  /** After so many charges of whole days the list ends its page, and the sums stop. */
  readonly charges: number;
}

/** The limits while a person waits: some 20 ms each. The first is lower because each candidate is on another page of the disk. */
export const SCREEN_LIMITS: SearchLimits = { candidates: 3_000, charges: 8_000 };
/** The limits for programs, which get pages and sums without a gap. */
export const PROGRAM_LIMITS: SearchLimits = { ...SCREEN_LIMITS, charges: Infinity };

/** Charges that an index leads to. All matching charges are among them. */
export interface Candidates {
  /** A SELECT with at least one row for each of them. */
  readonly rows: string;
  /** A FROM clause with each of them once, as `charge`. */
  readonly from: string;
  readonly values: SqlPart['values'];
}

/** Returns the candidates of the first index that leads to few of them; null if none does. */
export function findCandidates(
  db: Database,
  filter: ChargeFilter,
  { candidates: most }: SearchLimits,
): Candidates | null {
  for (const candidates of [byColumns(filter), byText(filter), byAmount(filter)]) {
    if (candidates === null) continue;
    const count = db.prepare<object, { found: number }>(countSql(candidates.rows));
    if ((count.get({ ...candidates.values, most: most + 1 })?.found ?? 0) <= most) return candidates;
  }
  return null;
}

/** The number of rows, at most `@most`. */
export function countSql(rows: string): string {
  return `SELECT count(*) AS found FROM (${rows} LIMIT @most)`;
}

/** The index of references, or the index of statuses. */
export function byColumns({ reference, statuses }: ChargeFilter): Candidates | null {
  const lead = bind('reference = @lead', 'lead', reference) ?? oneOf('status', 'lead', statuses);
  if (lead === null) return null;
  return fromRows(`SELECT rowid AS no FROM charge WHERE ${lead.sql}`, lead.values);
}

/** The indexes of texts. */
export function byText({ text }: ChargeFilter): Candidates | null {
  if (text === undefined) return null;
  const indexes = textIndexes(text);
  const values = Object.assign({}, ...indexes.map((index) => index.values)) as SqlPart['values'];
  return fromRows(indexes.map(({ rows }) => rows).join('\n UNION ALL '), values);
}

/** The index of amounts. */
export function byAmount({ min, max }: ChargeFilter): Candidates | null {
  if (min === undefined && max === undefined) return null;
  const { sql, values } = and([
    bind('amount_centavos >= @min', 'min', min),
    bind('amount_centavos <= @max', 'max', max),
  ]);
  const from = 'charge INDEXED BY charge_amount';
  return { rows: `SELECT 1 FROM ${from} WHERE ${sql}`, from, values };
}

function fromRows(rows: string, values: SqlPart['values']): Candidates {
  // CROSS JOIN keeps SQLite from reading the charges first.
  const from = `(SELECT DISTINCT no FROM (${rows})) AS found CROSS JOIN charge ON charge.rowid = found.no`;
  return { rows, from, values };
}
