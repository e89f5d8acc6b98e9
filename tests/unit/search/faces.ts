import { ChargeQuery, filterOf } from '../../../main/core/api/routes/charge-list.ts';
import { resolveFilter } from '../../../main/core/reports/resolve-filter.ts';
import type { ChargeFilter } from '../../../main/core/search/charge-filter.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import type { Asked } from './oracle.ts';

/** The filter that the screen and the report files make of what a manager asks. */
export function screenFilter(asked: Asked, zone: string): ChargeFilter {
  return resolveFilter(asked, epochMs(0), zone);
}

/** The filter that the local API makes of what a program asks in a query. */
export function queryFilter(asked: Asked): ChargeFilter {
  const { date, since, until, min, max, wallets, chargeStatuses, reference } = asked;
  const query = {
    date,
    from: since,
    to: until,
    min: min?.toString(),
    max: max?.toString(),
    wallet: wallets?.join(','),
    status: chargeStatuses,
    reference,
  };
  return filterOf(ChargeQuery.parse(query));
}
