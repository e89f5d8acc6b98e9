import type { Database } from 'better-sqlite3';
import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { WEEKS, type EarlierDay } from '../../../shared/domain/day-comparison/compare-day.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { ulidFloor } from '../../../shared/kernel/ulid.ts';
import { CELL_SUMS, CHARGE_SUMS, type Figures, type PanelFigures } from './figures.ts';

/** An earlier day, and the instant until which it is counted so far. Null: the whole day. */
export interface AskedDay {
  readonly day: string;
  readonly until: number | null;
}

/**
 * The sums of charges of one day that are equal in all of these. `quarter` is the number of the quarter of an hour since 1970
 * (UTC), because the offsets of all zones are whole quarters.
 */
export interface DayFigure extends PanelFigures {
  readonly status: ChargeStatus;
  readonly wallet: string;
  readonly operator: string;
  readonly till: string;
  readonly quarter: number;
}

/** A shift that was open during a part of the day; instants in epoch ms. */
export interface ShiftSpan {
  readonly id: string;
  readonly operator: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

/** What the ledger knows of one business day. */
export interface DayAnswer {
  /** The sums of the day's charges. */
  readonly figures: readonly DayFigure[];
  /** The earlier days that the question names and that had charges. */
  readonly earlier: readonly EarlierDay[];
  /** The newest first, at most a hundred. */
  readonly shifts: readonly ShiftSpan[];
  /** The ids of the day's charges with a late payment, newest first. */
  readonly late: readonly string[];
  /** The ids of the newest charges of any day that were settled without proof, at most a hundred. */
  readonly forced: readonly string[];
}

/** The sums of a day. */
export const DAY_FIGURES_SQL = `SELECT status, panel, wallet, operator, till, created_at_ms / 900000 AS quarter, ${CHARGE_SUMS}
  FROM charge WHERE business_day = ? GROUP BY 1, 2, 3, 4, 5, 6`;
/** The sums of earlier days. */
export const EARLIER_SQL = `SELECT period, ${CELL_SUMS} FROM report_cell
  WHERE grain = 'day' AND period IN (${Array.from({ length: WEEKS }, () => '?').join(', ')}) GROUP BY period`;
/** The sums of a day's charges that were created before the instant of an id. */
export const SO_FAR_SQL = `SELECT ${CHARGE_SUMS} FROM charge WHERE business_day = ? AND id < ?`;
/** The shifts that were open between two instants. */
export const SHIFTS_SQL = `SELECT id, operator_id AS operator, opened_at_ms AS openedAt, closed_at_ms AS closedAt
  FROM shift WHERE opened_at_ms < ? AND (closed_at_ms IS NULL OR closed_at_ms > ?)
  ORDER BY opened_at_ms DESC LIMIT 100`;
/** The late payments of a day. */
export const LATE_SQL = 'SELECT id FROM charge WHERE business_day = ? AND late = 1 ORDER BY id DESC';
/** The charges that were settled without proof. */
export const FORCED_SQL = `SELECT id FROM charge WHERE forced_at_ms > 0 ORDER BY forced_at_ms DESC LIMIT 100`;

/** Reads a business day, which lasts from `from` (included) to `to` (not included), epoch ms, and earlier days. */
export function dayAnswer(
  db: Database,
  day: string,
  from: number,
  to: number,
  earlier: readonly AskedDay[],
): DayAnswer {
  const ids = (sql: string, ...values: string[]): string[] =>
    db
      .prepare<string[], { id: string }>(sql)
      .all(...values)
      .map(({ id }) => id);
  return {
    figures: db.prepare<[string], DayFigure>(DAY_FIGURES_SQL).all(day),
    earlier: readEarlier(db, earlier),
    shifts: db.prepare<[number, number], ShiftSpan>(SHIFTS_SQL).all(to, from),
    late: ids(LATE_SQL, day),
    forced: ids(FORCED_SQL),
  };
}

function readEarlier(db: Database, asked: readonly AskedDay[]): EarlierDay[] {
  if (asked.length === 0) return [];
  const days = Array.from({ length: WEEKS }, (_, place) => asked[place]?.day ?? null);
  const wholes = db.prepare<(string | null)[], Figures & { period: string }>(EARLIER_SQL).all(...days);
  const soFar = db.prepare<[string, string], Figures>(SO_FAR_SQL);
  return wholes.map(({ period, net }) => {
    const until = asked.find(({ day }) => day === period)?.until ?? null;
    const part = until === null ? undefined : soFar.get(period, ulidFloor(epochMs(until)));
    return { whole: net, soFar: part?.net ?? net };
  });
}
