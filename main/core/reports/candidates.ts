import type { Database } from 'better-sqlite3';
import { about, allOf, type Piece } from '../search/sql.ts';
import { placesOf } from '../search/text-search.ts';
import type { Wanted } from './wanted.ts';

/** How much is looked at one by one while somebody waits. */
export interface Effort {
  /** Up to so many charges that a text or an amount leads to are each looked at; more are not few. */
  readonly few: number;
  /** Charges of whole days that are looked at for one answer. */
  readonly looks: number;
}

/** Some 20 ms each, the first because each charge of a text lies on a page of its own. */
export const EFFORT: Effort = { few: 3_000, looks: 8_000 };

/** Charges among which all wanted ones are, found through indexes of what a text or an amount leads to. */
export interface Candidates {
  /** A SELECT with a row for each of them, or several. */
  readonly rows: string;
  /** What stands in FROM so that `charge` is each of them once, if the filter itself is asked for too. */
  readonly from: string;
  readonly values: Piece['values'];
}

/** The few charges that the text or the amount leads to; null when it leads to too many, or when neither is asked for. */
export function findCandidates(db: Database, wanted: Wanted, { few }: Effort): Candidates | null {
  for (const candidates of [byText(wanted), byAmount(wanted)]) {
    if (candidates === null) continue;
    const count = db.prepare<object, { found: number }>(countSql(candidates.rows));
    if ((count.get({ ...candidates.values, most: few + 1 })?.found ?? 0) <= few) return candidates;
  }
  return null;
}

/** How many rows there are, up to `@most`. */
export function countSql(rows: string): string {
  return `SELECT count(*) AS found FROM (${rows} LIMIT @most)`;
}

export function byText({ text }: Wanted): Candidates | null {
  if (text === undefined) return null;
  const places = placesOf(text);
  const rows = places.map((place) => place.rows).join('\n UNION ALL ');
  return {
    rows,
    // CROSS JOIN keeps SQLite from looking at the charges first.
    from: `(SELECT DISTINCT no FROM (${rows})) AS found CROSS JOIN charge ON charge.rowid = found.no`,
    values: Object.assign({}, ...places.map(({ values }) => values)) as Piece['values'],
  };
}

export function byAmount({ min, max }: Wanted): Candidates | null {
  if (min === undefined && max === undefined) return null;
  const { sql, values } = allOf([
    about('amount_centavos >= @min', 'min', min),
    about('amount_centavos <= @max', 'max', max),
  ]);
  const from = 'charge INDEXED BY charge_amount';
  return { rows: `SELECT 1 FROM ${from} WHERE ${sql}`, from, values };
}
