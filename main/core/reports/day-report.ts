import type { DayReport } from '../../../shared/contract/day-report.ts';
import type { Sums } from '../../../shared/contract/payments.ts';
import { businessDay, businessDayRange } from '../../../shared/domain/business-day/business-day.ts';
import { formatTime } from '../../../shared/domain/business-day/format-time.ts';
import { epochMs, type EpochMs } from '../../../shared/kernel/time.ts';
import type { DayAnswer, DayFigure } from './day-figures.ts';
import type { Names } from '../directory/names.ts';
import { total, type Figures } from '../search/figures.ts';

const QUARTER = 900_000;

/** The part of the day's report that is made of figures. */
export type DayFiguresPart = Omit<DayReport, 'late' | 'attention'>;

/** Puts the rows of a day together as a report; `now` says whether the day is today. */
export function dayReport(
  answer: DayAnswer,
  day: string,
  zone: string,
  now: EpochMs,
  names: Names,
): DayFiguresPart {
  const { from, to } = businessDayRange(day, zone);
  const { figures } = answer;
  const totals = sums(figures);
  const by = <K extends string | number>(keyOf: (figure: DayFigure) => K) =>
    [...Map.groupBy(figures, keyOf)].map(([key, each]) => ({ key, ...sums(each) }));
  return {
    day,
    isToday: businessDay(now, zone) === day,
    totals,
    average: totals.paidCount === 0 ? null : divided(totals.paid, totals.paidCount),
    byHour: by((figure) => hourOf(figure, zone))
      .map(({ key, ...each }) => ({ hour: key, ...each }))
      .sort((a, b) => a.hour - b.hour),
    byWallet: by(({ wallet }) => wallet)
      .map(({ key, ...each }) => ({ wallet: key, name: names.allOf(key), ...each }))
      .sort(mostFirst),
    byOperator: by(({ operator }) => operator)
      .map(({ key, ...each }) => ({ operator: key, name: names.person(key), ...each }))
      .sort(mostFirst),
    weekday: weekdayOf(answer.weekdays),
    shifts: answer.shifts.map((shift) => ({
      ...shift,
      name: names.person(shift.operator),
      crossesMidnight: shift.openedAt < from || (shift.closedAt ?? now) >= to,
    })),
  };
}

/** The hour of the store's wall in which charges were made. */
export function hourOf({ quarter }: Pick<DayFigure, 'quarter'>, zone: string): number {
  return Number(formatTime(epochMs(quarter * QUARTER), zone).slice(0, 2));
}

/** The sums of some figures, and what is left. */
export function sums(figures: readonly Figures[]): Sums {
  const all = total(figures);
  return { ...all, net: all.paid - all.refunded };
}

function weekdayOf(weekdays: readonly Figures[]): DayReport['weekday'] {
  const days = weekdays.length;
  if (days === 0) return null;
  const all = sums(weekdays);
  return { days, net: divided(all.net, days) };
}

/** Rounded half up, in whole numbers all the way: centavos. */
function divided(sum: number, by: number): number {
  return Math.floor((2 * sum + by) / (2 * by));
}

function mostFirst(a: Sums, b: Sums): number {
  return b.paid - a.paid;
}
