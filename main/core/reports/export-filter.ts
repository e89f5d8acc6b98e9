import type { PaymentFilter } from '../../../shared/contract/payments.ts';
import { businessDayRange } from '../../../shared/domain/business-day/business-day.ts';
import { epochMs, type EpochMs } from '../../../shared/kernel/time.ts';
import type { ChargeFilter } from '../search/charge-filter.ts';
import { resolveFilter } from './resolve-filter.ts';
import { FIRST_DAY, LAST_DAY } from './wanted.ts';

/** The list's filter for the writer of reports, which finds the same charges; instants in the place of days. */
export function exportFilter(filter: PaymentFilter, now: EpochMs, zone: string): ChargeFilter {
  const {
    fromDay,
    toDay,
    fromAt,
    toAt,
    min,
    max,
    stores,
    tills,
    wallets,
    panels,
    operators,
    late,
    unproven,
    text,
  } = resolveFilter(filter, now, zone);
  const start = fromDay === FIRST_DAY ? undefined : businessDayRange(fromDay, zone).from;
  const end = toDay === LAST_DAY ? undefined : businessDayRange(toDay, zone).to;
  return {
    from: fromAt === undefined ? start : epochMs(fromAt),
    to: toAt === undefined ? end : epochMs(toAt),
    fromDay: fromAt === undefined && start !== undefined ? fromDay : undefined,
    toDay: toAt === undefined && end !== undefined ? toDay : undefined,
    panels,
    min,
    max,
    wallets,
    operators,
    stores,
    tills,
    late: late === true ? true : undefined,
    forced: unproven === true ? true : undefined,
    text,
  };
}
