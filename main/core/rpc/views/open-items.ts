import type { OpenItem } from '../../../../shared/contract/open-item.ts';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import { holdsShift } from '../../../../shared/domain/charge/owing.ts';
import { waysOut } from '../../../../shared/domain/charge/ways-out.ts';
import { WHY_OPEN, whyOpen } from '../../../../shared/domain/charge/why-open.ts';
import type { Till } from '../../till/till.ts';
import { toChargeView } from './charge-view.ts';

/**
 * Returns the open items among the charges that the ledger calls unresolved. Those that need a person come first, each kind
 * oldest first. The list contains every charge that holds the shift.
 */
export function openItems(unresolved: readonly Charge[], till: Till): OpenItem[] {
  return unresolved
    .flatMap((charge): OpenItem[] => {
      const why = whyOpen(charge);
      if (why === null) return [];
      // A refund of a finalized sale is possible, but it does not close its open item.
      const ways = waysOut(charge, till.clock.now()).filter((way) => way !== 'refund' || !isSettled(charge));
      return [{ charge: toChargeView(charge, till), why, holdsShift: holdsShift(charge), ways }];
    })
    .sort((one, other) => WHY_OPEN.indexOf(one.why) - WHY_OPEN.indexOf(other.why));
}
