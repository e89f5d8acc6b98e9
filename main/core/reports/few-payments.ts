import type { Database } from 'better-sqlite3';
import { panelStatusOf } from '../../../shared/domain/charge/panel-status.ts';
import type { ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import type { Candidates } from './candidates.ts';
import { chargeHolds } from './conditions.ts';
import { byPanel, type PanelFigures } from '../search/figures.ts';
import type { IdPage, Place } from './payment-list.ts';
import type { PaymentSums } from './payment-sums.ts';
import type { Wanted } from './wanted.ts';

/** What the list and the sums need to know of a charge; centavos. */
type Row = readonly [
  id: string,
  day: string,
  status: ChargeStatus,
  amount: number,
  paid: number | null,
  refunded: number,
];

interface Found extends PanelFigures, Place {}

/**
 * The wanted ones among few candidates, whatever the filter says of their status. The days stand in expressions, so that no
 * index of days is taken.
 */
export function candidatesSql(wanted: Wanted, { from }: Candidates): string {
  return `SELECT charge.id, business_day, status, amount_centavos, paid_centavos, refunded_centavos FROM ${from}
    WHERE +business_day >= @fromDay AND +business_day <= @toDay AND ${chargeHolds(wanted, false).sql}`;
}

/**
 * A page of the ids of wanted charges and what all of them come to. Few charges are read once for both: those of a
 * text lie all over the ledger, and going to each is what takes time.
 */
export function answerFew(
  db: Database,
  wanted: Wanted,
  candidates: Candidates,
  limit: number,
  from: Place | null,
): IdPage & PaymentSums {
  const { fromDay, toDay, panels } = wanted;
  const found = db
    .prepare<object, Row>(candidatesSql(wanted, candidates))
    .raw()
    .all({ ...candidates.values, ...chargeHolds(wanted, false).values, fromDay, toDay })
    .map(toFound);
  const below = found
    .filter((each) => panels?.includes(each.panel) ?? true)
    .filter((each) => from === null || order(each, from) > 0)
    .sort(order);
  const shown = below.slice(0, limit);
  const last = shown.at(-1);
  const next = last === undefined || below.length <= limit ? null : { day: last.day, id: last.id };
  return { ids: shown.map(({ id }) => id), next, byPanel: byPanel(found), complete: true };
}

function toFound([id, day, status, amount, paid, refunded]: Row): Found {
  const panel = panelStatusOf({ status, refundedAmount: centavos(refunded) });
  return { id, day, panel, count: 1, amount, paidCount: paid === null ? 0 : 1, paid: paid ?? 0, refunded };
}

/** Newest first. */
function order(a: Place, b: Place): number {
  const [one, other] = a.day === b.day ? [a.id, b.id] : [a.day, b.day];
  return one < other ? 1 : one > other ? -1 : 0;
}
