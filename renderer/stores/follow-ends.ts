import type { ChargeView } from '../../shared/contract/charge-view.ts';
import type { TillView } from '../../shared/contract/views.ts';

/**
 * Returns the end of a charge that the cashier has not read yet, after a new view. The core sends it for some seconds only. The
 * page keeps it until it is read, because the cashier may look at the customer. An end that the cashier's own cancel caused is
 * not shown. What ends while the till is locked is shown after it.
 */
export function endedAfter(
  held: ChargeView | null,
  view: TillView,
  isKnown: (id: string) => boolean,
): ChargeView | null {
  if (view.current !== null || (view.phase !== 'open' && view.phase !== 'locked')) return null;
  const news = view.lastEnded;
  if (news !== null && isEnd(news) && !isKnown(news.id)) return news;
  if (held === null) return null;
  if (view.late.some(({ id }) => id === held.id)) return null;
  const row = view.today.rows.find(({ id }) => id === held.id);
  return row === undefined || row.status === held.status ? held : { ...held, status: row.status };
}

function isEnd(charge: ChargeView): boolean {
  if (charge.late) return false;
  return ['cancelling', 'cancelled', 'expired', 'failed'].includes(charge.status);
}
