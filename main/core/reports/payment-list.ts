import type { Database } from 'better-sqlite3';
import type { Effort } from './candidates.ts';
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

/** Charges of each day, pending ones too. */
export const DAY_SIZE_SQL = `SELECT coalesce(sum(charges), 0) AS size FROM report_cell WHERE grain = 'day' AND period = ?`;

/**
 * A page of the ids of wanted charges, day by day. When so much was looked at, it ends where it is, shorter than `limit`, and
 * the next one goes on from there.
 */
export function listDays(
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
