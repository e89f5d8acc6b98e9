import type { PaymentFilter } from '../../../shared/contract/payments.ts';
import { addDays } from '../../../shared/domain/business-day/add-days.ts';
import { businessDay, businessDayRange } from '../../../shared/domain/business-day/business-day.ts';
import { formatTime } from '../../../shared/domain/business-day/format-time.ts';
import { epochMs, MINUTE, type EpochMs } from '../../../shared/kernel/time.ts';
import type { ChargeFilter } from '../search/charge-filter.ts';

/** Turns a manager's filter into the filter of charges. Days and times of day are those of the store at `now`. */
export function resolveFilter(
  { period, statuses, ...others }: PaymentFilter,
  now: EpochMs,
  zone: string,
): ChargeFilter {
  return { ...others, panels: statuses, ...resolvePeriod(period, now, zone) };
}

function resolvePeriod(
  period: PaymentFilter['period'],
  now: EpochMs,
  zone: string,
): Pick<ChargeFilter, 'fromDay' | 'toDay' | 'from' | 'to'> {
  const today = businessDay(now, zone);
  switch (period?.kind) {
    case undefined:
      return {};
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
        fromDay: from,
        toDay: to,
        from: from === undefined || fromTime === undefined ? undefined : startOf(from, fromTime, zone),
        to: to === undefined || toTime === undefined ? undefined : endOf(to, toTime, zone),
      };
    }
  }
}

/** Returns the first instant of a day at which the store's clock shows `time` or later. If there is none, the end of the day. */
function startOf(day: string, time: string, zone: string): EpochMs {
  const { from, to } = businessDayRange(day, zone);
  let at: number = from;
  while (at < to && formatTime(epochMs(at), zone) < time) at += MINUTE;
  return epochMs(at);
}

/** Returns the end of the last minute of a day that the store's clock shows as `time` or earlier. */
function endOf(day: string, time: string, zone: string): EpochMs {
  const { from, to } = businessDayRange(day, zone);
  let at: number = to;
  while (at > from && formatTime(epochMs(at - MINUTE), zone) > time) at -= MINUTE;
  return epochMs(at);
}
