import type { Database } from 'better-sqlite3';
import type { SearchLimits } from './candidates.ts';
import { cellRanges, type Grain } from './cell-ranges.ts';
import type { ChargeFilter } from './charge-filter.ts';
import { cellMatches, cellsSuffice, chargeMatches, inDayRange } from './conditions.ts';
import { createDayBudget } from './day-budget.ts';
import { dayAbove, dayRange, dividedDays, wholeDays } from './day-range.ts';
import {
  byPanel,
  CELL_SUMS,
  CHARGE_SUMS,
  PANEL_COLUMNS,
  withPanel,
  type PanelFigures,
  type StatusFigures,
} from './figures.ts';
import { matchingDays, PENDING } from './matching-days.ts';

/** The sums of matching charges, by panel word. */
export interface ChargeSums {
  readonly byPanel: readonly PanelFigures[];
  /** False if the sums stopped before the oldest charges. */
  readonly complete: boolean;
}

/** The sums of report cells of one grain, from the period `@low` (included) to `@below` (not included). */
export function cellsSql(grain: Grain, filter: ChargeFilter): string {
  return `SELECT panel, ${CELL_SUMS} FROM report_cell WHERE grain = '${grain}' AND period >= @low AND period < @below
    AND ${cellMatches(filter).sql} GROUP BY panel`;
}

/** The sums of charges that no report cell counts yet. */
export function pendingSql(filter: ChargeFilter): string {
  return `SELECT ${PANEL_COLUMNS}, ${CHARGE_SUMS} FROM charge WHERE status IN (${PENDING})
    AND ${inDayRange(filter).sql} AND ${chargeMatches(filter).sql} GROUP BY +status, isRefunded`;
}

/** The sums of the charges of one day: of all, or of those that report cells count. */
export function daySumsSql(filter: ChargeFilter, which: 'all' | 'ended'): string {
  const ended = which === 'all' ? '' : `AND status NOT IN (${PENDING})`;
  return `SELECT ${PANEL_COLUMNS}, ${CHARGE_SUMS} FROM charge WHERE business_day = @day AND ${chargeMatches(filter).sql}
    ${ended} GROUP BY status, isRefunded`;
}

/** Sums the matching charges. Reads report cells if they suffice for the filter, else the charges of each day, newest first. */
export function sumCharges(db: Database, filter: ChargeFilter, limits: SearchLimits): ChargeSums {
  return cellsSuffice(filter)
    ? { byPanel: byPanel(sumCells(db, filter)), complete: true }
    : sumDays(db, filter, limits);
}

function sumDays(db: Database, filter: ChargeFilter, limits: SearchLimits): ChargeSums {
  const inDay = chargeSums(db, daySumsSql(filter, 'all'), filter);
  const budget = createDayBudget(db, limits);
  const parts: PanelFigures[] = [];
  for (const day of matchingDays(db, filter, dayAbove(dayRange(filter).high))) {
    if (budget.isSpent()) return { byPanel: byPanel(parts), complete: false };
    parts.push(...inDay({ day }));
    budget.take(day);
  }
  return { byPanel: byPanel(parts), complete: true };
}

/** Whole years, months and days come from their cells. Pending charges, and days that an instant divides, do not. */
function sumCells(db: Database, filter: ChargeFilter): PanelFigures[] {
  const { low, below } = wholeDays(filter);
  const { values } = cellMatches(filter);
  const endedOfDay = chargeSums(db, daySumsSql(filter, 'ended'), filter);
  return [
    ...chargeSums(db, pendingSql(filter), filter)(inDayRange(filter).values),
    ...dividedDays(filter).flatMap((day) => endedOfDay({ day })),
    ...cellRanges(low, below).flatMap(({ grain, ...bounds }) =>
      db.prepare<object, PanelFigures>(cellsSql(grain, filter)).all({ ...values, ...bounds }),
    ),
  ];
}

/** Prepares sums of charges. The returned function takes the values that the statement has besides the filter's. */
function chargeSums(db: Database, sql: string, filter: ChargeFilter): (values: object) => PanelFigures[] {
  const statement = db.prepare<object, StatusFigures>(sql);
  const { values } = chargeMatches(filter);
  return (more) => byPanel(statement.all({ ...values, ...more }).map(withPanel));
}
