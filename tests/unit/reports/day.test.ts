import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sums } from '../../../shared/contract/payments.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { businessDay, businessDayRange } from '../../../shared/domain/business-day/business-day.ts';
import { formatTime } from '../../../shared/domain/business-day/format-time.ts';
import { sameTimeOn } from '../../../shared/domain/business-day/same-time.ts';
import { weeksBefore } from '../../../shared/domain/day-comparison/compare-day.ts';
import { DAY, epochMs, HOUR, type EpochMs } from '../../../shared/kernel/time.ts';
import { createNames } from '../../../main/core/directory/names.ts';
import { dayReport, type DayFiguresPart } from '../../../main/core/reports/day-report.ts';
import { answer } from '../../../main/core/search/questions.ts';
import { anyLedger, fillLedger, panelOf, sumOf, sumsBy, type FilledLedger } from '../search/any-ledger.ts';

const names = createNames(
  () => null,
  () => [],
);

function reportOf({ db, zone }: FilledLedger, day: string): DayFiguresPart {
  const { from, to } = businessDayRange(day, zone);
  return dayReport(answer(db, { kind: 'day', day, from, to, earlier: [] }), day, zone, from, names);
}

/** The report of a day that is held against the weeks before: until `now`, or whole if the day is over at `now`. */
function comparedReport({ db, zone }: FilledLedger, day: string, now: EpochMs): DayFiguresPart {
  const isToday = businessDay(now, zone) === day;
  const earlier = weeksBefore(day).map((each) => ({
    day: each,
    until: isToday ? sameTimeOn(each, now, zone) : null,
  }));
  const asked = { kind: 'day', day, ...businessDayRange(day, zone), earlier } as const;
  return dayReport(answer(db, asked), day, zone, now, names);
}

/** The rows of a report as a table by `name`. */
function table<K extends string>(rows: readonly (Sums & Record<K, string | number>)[], name: K): unknown {
  const one = ({ count, amount, paidCount, paid, refunded, net }: Sums) => ({
    count,
    amount,
    paidCount,
    paid,
    refunded,
    net,
  });
  return Object.fromEntries(
    rows.map((row) => [String(row[name]), one(row)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe('the day', () => {
  it('comes to what its charges come to, each made from its raw events, however it is told apart', () => {
    fc.assert(
      fc.property(anyLedger, (plan) => {
        const shop = fillLedger(plan);
        const hour = (charge: Charge): number => Number(formatTime(charge.createdAt, shop.zone).slice(0, 2));
        for (const [day, charges] of Map.groupBy(shop.charges, ({ businessDay: each }) => each)) {
          const report = reportOf(shop, day);
          const all = sumOf(charges);
          expect(report.totals).toEqual(all);
          expect(table(report.byHour, 'hour')).toEqual(sumsBy(charges, hour));
          expect(table(report.byWallet, 'wallet')).toEqual(sumsBy(charges, ({ wallet }) => wallet));
          expect(table(report.byOperator, 'operator')).toEqual(sumsBy(charges, ({ operator }) => operator));
          const { late } = answer(shop.db, { kind: 'day', day, from: 0, to: 1, earlier: [] });
          const lateIds = charges.filter((charge) => charge.late).map(({ id }) => id);
          expect(late).toEqual(lateIds.toSorted().toReversed());
        }
        shop.db.close();
      }),
      { numRuns: 100 },
    );
  });

  it('is held against the same weekday of the eight weeks before it', () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 0, max: 70 }), (plan, daysOn) => {
        const shop = fillLedger(plan);
        const [first] = shop.charges;
        const day = businessDay(epochMs(first!.createdAt + daysOn * DAY), shop.zone);
        const weeks = (charge: Charge): number =>
          (Date.parse(day) - Date.parse(charge.businessDay)) / DAY / 7;
        const closed = shop.charges.filter(
          (charge) => Number.isInteger(weeks(charge)) && weeks(charge) >= 1 && weeks(charge) <= 8,
        );
        const counted = closed.filter((charge) => panelOf(charge) !== 'pendente');
        const days = new Set(counted.map(({ businessDay: each }) => each)).size;
        const { paid, refunded } = sumOf(counted);
        const { to } = businessDayRange(day, shop.zone);
        const { comparison } = comparedReport(shop, day, epochMs(to + HOUR));
        expect(comparison?.days ?? 0).toBe(days);
        expect(comparison?.usual ?? 0).toBe(days === 0 ? 0 : Math.round((paid! - refunded!) / days));
        expect([comparison?.until ?? null, comparison?.projection ?? null]).toEqual([null, null]);
        shop.db.close();
      }),
      { numRuns: 60 },
    );
  });

  it('that is not over is held against the same hours of each', () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 1, max: 4 }), fc.nat(DAY - 1), (plan, weeks, since) => {
        const shop = fillLedger(plan);
        const [first] = shop.charges;
        const day = businessDay(epochMs(first!.createdAt + 7 * weeks * DAY), shop.zone);
        const { from, to } = businessDayRange(day, shop.zone);
        const now = epochMs(Math.min(from + since, to - 1));
        const { comparison, totals } = comparedReport(shop, day, now);
        const before = new Set(weeksBefore(day));
        const same = shop.charges.filter(({ businessDay: each }) => before.has(each));
        const soFar = same.filter(
          (charge) => charge.createdAt < sameTimeOn(charge.businessDay, now, shop.zone),
        );
        shop.db.close();
        if (comparison === null) return;
        const { paid, refunded } = sumOf(soFar);
        expect(comparison.until).toBe(now);
        expect(comparison.usual).toBe(Math.round((paid! - refunded!) / comparison.days));
        const whole = sumOf(same);
        const rest = Math.round((whole.paid! - whole.refunded! - (paid! - refunded!)) / comparison.days);
        expect(comparison.projection).toBe(rest <= 0 ? null : totals.net + rest);
      }),
      { numRuns: 100 },
    );
  });
});
