import type { Database } from 'better-sqlite3';
import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { panelStatusOf } from '../../../shared/domain/charge/panel-status.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import type { Candidates } from './candidates.ts';
import type { ChargeFilter } from './charge-filter.ts';
import { pageOf, type IdPage, type Place } from './charge-list.ts';
import type { ChargeSums } from './charge-sums.ts';
import { chargeMatches, inDayRange } from './conditions.ts';
import { byPanel, type PanelFigures } from './figures.ts';

/** What the list and the sums need of a charge; centavos. */
type Row = readonly [
  id: string,
  day: string,
  status: ChargeStatus,
  amount: number,
  paid: number | null,
  refunded: number,
];

interface Found extends PanelFigures, Place {}

/** The matching charges among candidates. */
export function candidatesSql(filter: ChargeFilter, { from }: Candidates): string {
  return `SELECT charge.id, business_day, status, amount_centavos, paid_centavos, refunded_centavos FROM ${from}
    WHERE ${inDayRange(filter).sql} AND ${chargeMatches(filter).sql}`;
}

/**
 * Returns a page and the sums of the matching charges among few candidates. Reads each candidate once for both, because the
 * candidates of a text lie far apart on the disk.
 */
export function readCandidates(
  db: Database,
  filter: ChargeFilter,
  candidates: Candidates,
  limit: number,
  from: Place | null,
): IdPage & ChargeSums {
  const { panels, ...others } = filter;
  const found = db
    .prepare<object, Row>(candidatesSql(others, candidates))
    .raw()
    .all({ ...candidates.values, ...chargeMatches(others).values, ...inDayRange(others).values })
    .map(toFound);
  const below = found
    .filter((each) => panels?.includes(each.panel) ?? true)
    .filter((each) => from === null || newestFirst(each, from) > 0)
    .sort(newestFirst);
  return { ...pageOf(below, limit), byPanel: byPanel(found), complete: true };
}

function toFound([id, day, status, amount, paid, refunded]: Row): Found {
  const panel = panelStatusOf({ status, refundedAmount: centavos(refunded) });
  const received = paid ?? 0;
  const paidCount = paid === null ? 0 : 1;
  return { id, day, panel, count: 1, amount, paidCount, paid: received, refunded, net: received - refunded };
}

function newestFirst(a: Place, b: Place): number {
  const [one, other] = a.day === b.day ? [a.id, b.id] : [a.day, b.day];
  return one < other ? 1 : one > other ? -1 : 0;
}
