import type { OpenItem } from '../../../../shared/contract/open-item.ts';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import { holdsShift } from '../../../../shared/domain/charge/owing.ts';
import { waysOut } from '../../../../shared/domain/charge/ways-out.ts';
import { WHY_OPEN, whyOpen } from '../../../../shared/domain/charge/why-open.ts';
import type { Till } from '../../till/till.ts';
import { toChargeView } from './charge-view.ts';

/**
 * The one list of what is not done with, from what the ledger says is unresolved: what needs a hand first, each kind
 * oldest first. Whatever the closing of the shift would be refused for stands in it.
 */
export function openItems(unresolved: readonly Charge[], till: Till): OpenItem[] {
  return unresolved
    .flatMap((charge): OpenItem[] => {
      const why = whyOpen(charge);
      if (why === null) return [];
      // Money of a finished sale can be given back, which is no way out of what is owed.
      const ways = waysOut(charge, till.clock.now()).filter((way) => way !== 'refund' || !isSettled(charge));
      return [{ charge: toChargeView(charge, till), why, holdsShift: holdsShift(charge), ways }];
    })
    .sort((one, other) => WHY_OPEN.indexOf(one.why) - WHY_OPEN.indexOf(other.why));
}
