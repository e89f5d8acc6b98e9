import type { Database } from 'better-sqlite3';
import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import { CELL_SUMS, CHARGE_SUMS, type Figures, type PanelFigures } from '../search/figures.ts';

/** How many weeks back the same weekday is looked at. */
const WEEKS = 8;

/** Charges that have all of these in common; `quarter` counts the quarters of an hour since 1970 (UTC), as zones differ by them. */
export interface DayFigure extends PanelFigures {
  readonly status: ChargeStatus;
  readonly wallet: string;
  readonly operator: string;
  readonly till: string;
  readonly quarter: number;
}

/** A shift that was open at some moment of a stretch of time; instants in epoch ms. */
export interface ShiftSpan {
  readonly id: string;
  readonly operator: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

export interface DayAnswer {
  /** A day's charges, counted and summed by all that a report tells apart. */
  readonly figures: readonly DayFigure[];
  /** The same weekday of the weeks before, the days that had charges alone. */
  readonly weekdays: readonly Figures[];
  /** Newest first, at most a hundred. */
  readonly shifts: readonly ShiftSpan[];
  /** Ids of the day's charges that were paid after they were given up, newest first. */
  readonly late: readonly string[];
  /** Ids of the newest charges, of any day, that were settled without proof. */
  readonly forced: readonly string[];
}

export const DAY_FIGURES_SQL = `SELECT status, panel, wallet, operator, till, created_at_ms / 900000 AS quarter, ${CHARGE_SUMS}
  FROM charge WHERE business_day = ? GROUP BY 1, 2, 3, 4, 5, 6`;
export const WEEKDAY_SQL = `SELECT period, ${CELL_SUMS} FROM report_cell
  WHERE grain = 'day' AND period IN (${Array.from({ length: WEEKS }, () => '?').join(', ')}) GROUP BY period`;
export const SHIFTS_SQL = `SELECT id, operator_id AS operator, opened_at_ms AS openedAt, closed_at_ms AS closedAt
  FROM shift WHERE opened_at_ms < ? AND (closed_at_ms IS NULL OR closed_at_ms > ?)
  ORDER BY opened_at_ms DESC LIMIT 100`;
export const LATE_SQL = 'SELECT id FROM charge WHERE business_day = ? AND late = 1 ORDER BY id DESC';
export const FORCED_SQL = `SELECT id FROM charge WHERE forced_at_ms > 0 ORDER BY forced_at_ms DESC LIMIT 100`;

/** Everything that the ledger's rows say of a business day, which lasts `from` (in) to `to` (out), epoch ms. */
export function dayAnswer(db: Database, day: string, from: number, to: number): DayAnswer {
  const ids = (sql: string, ...values: string[]): string[] =>
    db
      .prepare<string[], { id: string }>(sql)
      .all(...values)
      .map(({ id }) => id);
  return {
    figures: db.prepare<[string], DayFigure>(DAY_FIGURES_SQL).all(day),
    weekdays: db.prepare<string[], Figures>(WEEKDAY_SQL).all(...weeksBefore(day)),
    shifts: db.prepare<[number, number], ShiftSpan>(SHIFTS_SQL).all(to, from),
    late: ids(LATE_SQL, day),
    forced: ids(FORCED_SQL),
  };
}

/** The same weekday of the last weeks. Days are counted in UTC, where none is longer than another. */
function weeksBefore(day: string): string[] {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return Array.from({ length: WEEKS }, (_, place) =>
    new Date(noon - (place + 1) * 7 * DAY).toISOString().slice(0, 10),
  );
}
