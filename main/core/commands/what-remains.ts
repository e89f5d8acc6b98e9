import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { Shift } from '../shifts/shift.ts';
import type { Till } from '../till/till.ts';

/** What a till leaves open when it stops. The next start goes on with all of it. */
export interface Remaining {
  /** The charge that waits for its operator. Null if none does. */
  readonly waiting: Charge | null;
  /** The charges that are being cancelled. */
  readonly cancelling: readonly Charge[];
  readonly shift: Shift | null;
}

/** Returns what a till would leave open if it stopped now. */
export function whatRemains({ ledger, shifts }: Pick<Till, 'ledger' | 'shifts'>): Remaining {
  return {
    waiting: ledger.charges.waiting(),
    cancelling: ledger.charges.unresolved().filter(({ status }) => status === 'cancelling'),
    shift: shifts.open(),
  };
}
