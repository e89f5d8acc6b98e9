import type { DayReport } from '../../../shared/contract/day-report.ts';
import { businessDay, businessDayRange } from '../../../shared/domain/business-day/business-day.ts';
import { compareDay } from '../../../shared/domain/day-comparison/compare-day.ts';
import { formatTime } from '../../../shared/domain/business-day/format-time.ts';
import { epochMs, type EpochMs } from '../../../shared/kernel/time.ts';
import type { Names } from '../directory/names.ts';
import type { DayAnswer, DayFigure } from '../search/day-figures.ts';
import { total, type Figures } from '../search/figures.ts';

const QUARTER = 900_000;

/** The part of the day's report that is made of figures, without the charges that need attention. */
export type DayFiguresPart = Omit<DayReport, 'late' | 'attention'>;

/** Makes the report of a day from what the ledger knows of it. `now` decides whether the day is today. */
export function dayReport(
  answer: DayAnswer,
  day: string,
  zone: string,
  now: EpochMs,
  names: Names,
): DayFiguresPart {
  const { from, to } = businessDayRange(day, zone);
  const { figures } = answer;
  const totals = total(figures);
  const isToday = businessDay(now, zone) === day;
  const compared = compareDay(totals.net, answer.earlier, !isToday);
  const by = <K extends string | number>(keyOf: (figure: DayFigure) => K) =>
    [...Map.groupBy(figures, keyOf)].map(([key, each]) => ({ key, ...total(each) }));
  return {
    day,
    isToday,
    totals,
    average: totals.paidCount === 0 ? null : divided(totals.paid, totals.paidCount),
    byHour: by((figure) => hourOf(figure, zone))
      .map(({ key, ...each }) => ({ hour: key, ...each }))
      .sort((a, b) => a.hour - b.hour),
    byWallet: by(({ wallet }) => wallet)
      .map(({ key, ...each }) => ({ wallet: key, name: names.allOf(key), ...each }))
      .sort(mostPaidFirst),
    byOperator: by(({ operator }) => operator)
      .map(({ key, ...each }) => ({ operator: key, name: names.person(key), ...each }))
      .sort(mostPaidFirst),
    comparison: compared === null ? null : { ...compared, until: isToday ? now : null },
    shifts: answer.shifts.map((shift) => ({
      ...shift,
      name: names.person(shift.operator),
      crossesMidnight: shift.openedAt < from || (shift.closedAt ?? now) >= to,
    })),
  };
}

/** Returns the hour, by the store's clock, in which charges were created. */
export function hourOf({ quarter }: Pick<DayFigure, 'quarter'>, zone: string): number {
  return Number(formatTime(epochMs(quarter * QUARTER), zone).slice(0, 2));
}

/** Divides centavos and rounds half up, with whole numbers only. */
function divided(sum: number, by: number): number {
  return Math.floor((2 * sum + by) / (2 * by));
}

function mostPaidFirst(a: Figures, b: Figures): number {
  return b.paid - a.paid;
}
