import type { PaymentFilter } from '../../../shared/contract/payments.ts';
import { addDays } from '../../../shared/domain/business-day/add-days.ts';
import { businessDay, businessDayRange } from '../../../shared/domain/business-day/business-day.ts';
import { formatTime } from '../../../shared/domain/business-day/format-time.ts';
import { epochMs, MINUTE, type EpochMs } from '../../../shared/kernel/time.ts';
import { FIRST_DAY, LAST_DAY, type Wanted } from './wanted.ts';

/** A filter with its words about time turned into business days and instants of the store's zone. */
export function resolveFilter(filter: PaymentFilter, now: EpochMs, zone: string): Wanted {
  const { period, statuses, min, max, stores, tills, wallets, operators, late, unproven, text } = filter;
  return {
    ...resolvePeriod(period, now, zone),
    panels: statuses,
    min,
    max,
    stores,
    tills,
    wallets,
    operators,
    late,
    unproven,
    text,
  };
}

type Period = Pick<Wanted, 'fromDay' | 'toDay' | 'fromAt' | 'toAt'>;

function resolvePeriod(period: PaymentFilter['period'], now: EpochMs, zone: string): Period {
  const today = businessDay(now, zone);
  switch (period?.kind) {
    case undefined:
      return { fromDay: FIRST_DAY, toDay: LAST_DAY };
    case 'today':
      return { fromDay: today, toDay: today };
    case 'yesterday':
      return { fromDay: addDays(today, -1), toDay: addDays(today, -1) };
    case 'week': {
      const sinceMonday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
      return { fromDay: addDays(today, -sinceMonday), toDay: today };
    }
    case 'month':
      return { fromDay: `${today.slice(0, 7)}-01`, toDay: today };
    case 'range': {
      const { from, to, fromTime, toTime } = period;
      return {
        fromDay: from ?? FIRST_DAY,
        toDay: to ?? LAST_DAY,
        fromAt: from === undefined || fromTime === undefined ? undefined : firstAt(from, fromTime, zone),
        toAt: to === undefined || toTime === undefined ? undefined : afterLastAt(to, toTime, zone),
      };
    }
  }
}

/** The first instant of a day at which the store's wall clock shows `time` or later; the day's end when none does. */
function firstAt(day: string, time: string, zone: string): number {
  const { from, to } = businessDayRange(day, zone);
  let at: number = from;
  while (at < to && formatTime(epochMs(at), zone) < time) at += MINUTE;
  return at;
}

/** The instant after the last minute of a day that the wall clock shows as `time` or earlier. */
function afterLastAt(day: string, time: string, zone: string): number {
  const { from, to } = businessDayRange(day, zone);
  let at: number = to;
  while (at > from && formatTime(epochMs(at - MINUTE), zone) > time) at -= MINUTE;
  return at;
}
