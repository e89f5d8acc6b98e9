import type { Database } from 'better-sqlite3';
import { findCandidates, type Candidates, type Effort } from './candidates.ts';
import { chargeHolds } from './conditions.ts';
import { daysOf } from './days.ts';
import type { Wanted } from './wanted.ts';

/** Above every id and every day. */
const TOP = '~';

/** A place in the list, which is ordered by business day and id, newest first: what is below it comes next. */
export interface Place {
  readonly day: string;
  readonly id: string;
}

export interface IdPage {
  readonly ids: readonly string[];
  readonly next: Place | null;
}

/** The wanted charges of a day below a place. */
export function daySql(wanted: Wanted): string {
  return `SELECT id FROM charge WHERE business_day = @day AND id < @id AND ${chargeHolds(wanted).sql}
    ORDER BY id DESC LIMIT @limit`;
}

/** The wanted ones among few candidates. `CROSS JOIN` keeps SQLite from looking at the charges first. */
export function candidatesSql(wanted: Wanted, ids: string): string {
  return `SELECT charge.id AS id, charge.business_day AS day FROM (SELECT DISTINCT id FROM (${ids})) AS found
    CROSS JOIN charge ON charge.id = found.id
    WHERE (charge.business_day, charge.id) < (@day, @id) AND ${periodAnd(chargeHolds(wanted).sql)}
    ORDER BY charge.business_day DESC, charge.id DESC LIMIT @limit`;
}

/** A condition, within the days of the filter; these stand in expressions, so that no index of days is taken. */
export function periodAnd(sql: string): string {
  return `+business_day >= @fromDay AND +business_day <= @toDay AND ${sql}`;
}

/** Charges of each day, pending ones too. */
export const DAY_SIZE_SQL = `SELECT coalesce(sum(charges), 0) AS size FROM report_cell WHERE grain = 'day' AND period = ?`;

/**
 * A page of the ids of wanted charges. When so much was looked at, it ends where it is, shorter than `limit`, and the next
 * one goes on from there.
 */
export function listIds(
  db: Database,
  wanted: Wanted,
  limit: number,
  from: Place | null,
  effort: Effort,
): IdPage {
  const candidates = findCandidates(db, wanted, effort);
  return candidates === null
    ? listDays(db, wanted, limit, from, effort)
    : listFew(db, wanted, candidates, limit, from);
}

function listFew(
  db: Database,
  wanted: Wanted,
  { ids, values }: Candidates,
  limit: number,
  from: Place | null,
): IdPage {
  const rows = db.prepare<object, Place>(candidatesSql(wanted, ids)).all({
    ...values,
    ...chargeHolds(wanted).values,
    fromDay: wanted.fromDay,
    toDay: wanted.toDay,
    day: from?.day ?? TOP,
    id: from?.id ?? TOP,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  return { ids: shown.map(({ id }) => id), next: rows.length > limit ? (shown.at(-1) ?? null) : null };
}

function listDays(
  db: Database,
  wanted: Wanted,
  limit: number,
  from: Place | null,
  { looks: most }: Effort,
): IdPage {
  const inDay = db.prepare<object, { id: string }>(daySql(wanted));
  const sizeOf = db.prepare<[string], { size: number }>(DAY_SIZE_SQL);
  const { values } = chargeHolds(wanted);
  const shown: Place[] = [];
  let looks = 0;
  const top = from !== null && from.day < wanted.toDay ? from.day : wanted.toDay;
  for (const day of daysOf(db, wanted, dayAbove(top), true)) {
    if (looks > most) return { ids: shown.map(({ id }) => id), next: { day, id: TOP } };
    const id = from?.day === day ? from.id : TOP;
    const rows = inDay.all({ ...values, day, id, limit: limit + 1 - shown.length });
    shown.push(...rows.map((row) => ({ day, id: row.id })));
    if (shown.length > limit) {
      const ids = shown.slice(0, limit);
      return { ids: ids.map((each) => each.id), next: ids.at(-1) ?? null };
    }
    looks += sizeOf.get(day)?.size ?? 0;
  }
  return { ids: shown.map(({ id }) => id), next: null };
}

/** A text that is above a day and below the one after it. */
export function dayAbove(day: string): string {
  return `${day}~`;
}
