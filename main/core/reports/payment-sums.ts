import type { Database } from 'better-sqlite3';
import type { Effort } from './candidates.ts';
import { cellHolds, chargeHolds } from './conditions.ts';
import { daysOf, PENDING } from './days.ts';
import {
  byPanel,
  CELL_SUMS,
  CHARGE_STANDING,
  CHARGE_SUMS,
  inWords,
  type PanelFigures,
  type StandingFigures,
} from '../search/figures.ts';
import { DAY_SIZE_SQL, dayAbove } from './payment-list.ts';
import { stretchesOf, type Grain } from './stretches.ts';
import type { Wanted } from './wanted.ts';

export interface PaymentSums {
  /** By status, as if the filter said nothing of it. */
  readonly byPanel: readonly PanelFigures[];
  /** False when counting stopped before the end. */
  readonly complete: boolean;
}

/** The sums of cells, of the days, months or years between two. */
export function cellsSql(grain: Grain, wanted: Wanted): string {
  return `SELECT panel, ${CELL_SUMS} FROM report_cell WHERE grain = '${grain}' AND period >= @low AND period < @below
    AND ${cellHolds(wanted, false).sql} GROUP BY panel`;
}

/** The sums of charges that no cell counts yet. */
export function pendingSql(wanted: Wanted): string {
  return `SELECT ${CHARGE_STANDING}, ${CHARGE_SUMS} FROM charge WHERE status IN (${PENDING})
    AND +business_day >= @fromDay AND +business_day <= @toDay AND ${chargeHolds(wanted, false).sql}
    GROUP BY +status, returned`;
}

/** The sums of the charges of one day. */
export function daySumsSql(wanted: Wanted, pending: boolean): string {
  return `SELECT ${CHARGE_STANDING}, ${CHARGE_SUMS} FROM charge WHERE business_day = @day AND ${chargeHolds(wanted, false).sql}
    ${pending ? '' : `AND status NOT IN (${PENDING})`} GROUP BY status, returned`;
}

/** What the wanted charges come to, by status: from the cells, or day by day where those do not tell enough. */
export function sumPayments(db: Database, wanted: Wanted, effort: Effort): PaymentSums {
  const oneByOne = wanted.min !== undefined || wanted.max !== undefined || wanted.text !== undefined;
  return oneByOne ? sumDays(db, wanted, effort) : { byPanel: byPanel(sumCells(db, wanted)), complete: true };
}

function sumDays(db: Database, wanted: Wanted, effort: Effort): PaymentSums {
  const inDay = charges(db, daySumsSql(wanted, true));
  const sizeOf = db.prepare<[string], { size: number }>(DAY_SIZE_SQL);
  const values = chargeValues(wanted);
  const parts: PanelFigures[] = [];
  let looks = 0;
  for (const day of daysOf(db, wanted, dayAbove(wanted.toDay), false)) {
    if (looks > effort.looks) return { byPanel: byPanel(parts), complete: false };
    parts.push(...inDay({ ...values, day }));
    looks += sizeOf.get(day)?.size ?? 0;
  }
  return { byPanel: byPanel(parts), complete: true };
}

/** Whole years and months from their own cells, the other days from theirs, and a day that is cut from its charges. */
function sumCells(db: Database, wanted: Wanted): PanelFigures[] {
  const { fromDay, toDay, fromAt, toAt } = wanted;
  const { values } = cellHolds(wanted, false);
  const ofDay = charges(db, daySumsSql(wanted, false));
  const cut = new Set([...(fromAt === undefined ? [] : [fromDay]), ...(toAt === undefined ? [] : [toDay])]);
  const low = fromAt === undefined ? fromDay : dayAbove(fromDay);
  const below = toAt === undefined ? dayAbove(toDay) : toDay;
  return [
    ...charges(db, pendingSql(wanted))(chargeValues(wanted)),
    ...[...cut].flatMap((day) => ofDay({ ...chargeValues(wanted), day })),
    ...stretchesOf(low, below).flatMap(({ grain, ...bounds }) =>
      db.prepare<object, PanelFigures>(cellsSql(grain, wanted)).all({ ...values, ...bounds }),
    ),
  ];
}

/** A statement about charges, answered in the panel's words. */
function charges(db: Database, sql: string): (values: object) => PanelFigures[] {
  const statement = db.prepare<object, StandingFigures>(sql);
  return (values) => byPanel(statement.all(values).map(inWords));
}

function chargeValues(wanted: Wanted): Record<string, string | number> {
  const { fromDay, toDay } = wanted;
  return { ...chargeHolds(wanted, false).values, fromDay, toDay };
}
