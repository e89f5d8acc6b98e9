import type { ShopView } from '../../../shared/contract/shop.ts';
import type { TillView } from '../../../shared/contract/views.ts';

/** Returns the shop's view that belongs to this view of the till. */
export function shopView({ zone, today, printer, unsettled }: TillView, seq = 1): ShopView {
  return { zone, day: today.day, seq, printer: printer !== null, unsettled };
}
