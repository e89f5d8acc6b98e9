import type { PaymentFilter } from '../../../shared/contract/payments.ts';
import { businessDay, businessDayRange } from '../../../shared/domain/business-day/business-day.ts';
import { formatTime } from '../../../shared/domain/business-day/format-time.ts';
import { periodDays } from '../../../shared/domain/manager/period-days.ts';
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
  const { from: fromDay, to: toDay } = periodDays(period, businessDay(now, zone));
  if (period?.kind !== 'range') return { fromDay, toDay };
  const { from, to, fromTime, toTime } = period;
  return {
    fromDay,
    toDay,
    from: from === undefined || fromTime === undefined ? undefined : startOf(from, fromTime, zone),
    to: to === undefined || toTime === undefined ? undefined : endOf(to, toTime, zone),
  };
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
