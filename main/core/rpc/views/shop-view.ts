import type { ShopView } from '../../../../shared/contract/shop.ts';
import { businessDay } from '../../../../shared/domain/business-day/business-day.ts';
import type { Till } from '../../till/till.ts';
import { openItems } from './open-items.ts';

/** Returns the view that the manager's screens of this till are drawn from. */
export function toShopView(till: Till): ShopView {
  const { zone, printer } = till.settings.get();
  return {
    zone,
    day: businessDay(till.clock.now(), zone),
    seq: till.ledger.log.head().seq,
    printer: printer !== null,
    unsettled: openItems(till.ledger.charges.unresolved(), till),
  };
}
