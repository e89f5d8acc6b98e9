import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { createClosingRepo } from '../ledger/projections/closing-repo.ts';
import { closingSlip } from '../shifts/closing-slip.ts';
import type { Till } from '../till/till.ts';

/**
 * Queues the slip of a closing again, marked 2ª VIA if an earlier one may be on paper. Writes its entry in the diary in the same
 * transaction, so that each copy on paper has an entry. Throws if the disk takes nothing.
 */
export function printClosingAgain(
  till: Till,
  shiftId: string,
  manager: string,
): Result<void, 'not-found' | 'no-printer'> {
  const closing = createClosingRepo(till.ledger.db).byId(shiftId);
  if (closing === null) return err('not-found');
  const isQueued = till.ledger.inOneTransaction(() => {
    const queued = till.printing.desk.printRequest(closingSlip(closing, till)).ok;
    if (queued) till.ledger.record('closing-printed-again', { shiftId }, manager);
    return queued;
  });
  return isQueued ? ok(undefined) : err('no-printer');
}
