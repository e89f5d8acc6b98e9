import { businessDay, businessDayRange } from '../../../shared/domain/business-day/business-day.ts';
import { HOUR, SECOND, epochMs, type EpochMs } from '../../../shared/kernel/time.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { pickWeighted } from './weighted.ts';

/** One day of the shop: the instants of its sales, in order. */
export interface ShopDay {
  readonly day: string;
  readonly opensAt: EpochMs;
  readonly visits: readonly EpochMs[];
}

/** The weights of the hours from 7 to 21: more customers at breakfast, at lunch and on the way home. */
const HOURS: readonly (readonly [hour: number, weight: number])[] = [
  [7, 9],
  [8, 11],
  [9, 7],
  [10, 5],
  [11, 7],
  [12, 11],
  [13, 8],
  [14, 5],
  [15, 5],
  [16, 7],
  [17, 10],
  [18, 13],
  [19, 9],
  [20, 4],
];

/** The weights of the days, Sunday to Saturday. */
const WEEKDAYS = [0.55, 0.85, 0.9, 0.95, 1, 1.2, 1.3] as const;

/** The most sales of a day at one till. */
const BUSIEST = 320;
const QUIETEST = 12;
/** The newest sale begins at least this long before `until`, so it has ended. */
const MARGIN = 20 * 60 * SECOND;

/** Returns the days before `until`, oldest first, with `count` customers in all. The last day ends at `until`. */
export function shopDays(count: number, until: EpochMs, zone: string, random: SeededRandom): ShopDay[] {
  const usual = Math.min(BUSIEST, Math.max(QUIETEST, Math.round(count / 30)));
  const days: ShopDay[] = [];
  let left = count;
  let day = businessDay(until, zone);
  while (left > 0) {
    const { from } = businessDayRange(day, zone);
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    const wanted = Math.round(usual * (WEEKDAYS[weekday] ?? 1) * (0.85 + 0.3 * random.fraction()));
    const all = Array.from({ length: wanted }, () => visit(from, random)).sort((a, b) => a - b);
    const visits = all.filter((at) => at <= until - MARGIN).slice(-left);
    if (visits.length > 0) days.push({ day, opensAt: epochMs(from + 6.75 * HOUR), visits });
    left -= visits.length;
    day = businessDay(epochMs(from - 12 * HOUR), zone);
  }
  return days.reverse();
}

function visit(midnight: EpochMs, random: SeededRandom): EpochMs {
  return epochMs(midnight + pickWeighted(random, HOURS) * HOUR + random.between(0, HOUR - 1));
}
