import type { ChargeView } from '../../shared/contract/charge-view.ts';
import type { TillView } from '../../shared/contract/views.ts';

/**
 * The end that the cashier still has to read, after a new view. The core calls an end news for some seconds only; here
 * it stays until it was read, because the cashier may be looking at the customer. Her own cancel is no news to her.
 */
export function endedAfter(
  held: ChargeView | null,
  view: TillView,
  isKnown: (id: string) => boolean,
): ChargeView | null {
  if (view.current !== null || view.phase !== 'open') return null;
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
