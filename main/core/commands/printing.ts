import type { By } from '../../../shared/domain/ledger-event/by.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { PrinterSetting } from '../directory/shop/settings.ts';
import { createClosingRepo } from '../ledger/projections/closing-repo.ts';
import type { PrintError } from '../printing/desk/print-desk.ts';
import type { Slip } from '../printing/desk/slip-request.ts';
import type { PrintJob } from '../printing/queue/print-job.ts';
import type { SendOutcome } from '../printing/transport-port.ts';
import { closingSlip } from '../shifts/closing-slip.ts';
import type { Till } from '../till/till.ts';

/** Queues a slip of a charge. If the same slip waits already, returns that job. A QR slip gives the charge its time on paper. */
export function printSlip(
  till: Till,
  by: By,
  { chargeId, slip }: { readonly chargeId: string; readonly slip: Slip },
): Result<PrintJob, PrintError> {
  return till.printing.desk.print(chargeId, slip, by);
}

/** Marks a held or unknown slip as delivered: a person says that it is on paper. The ledger has no event of it. */
export function slipCameOut(till: Till, id: string): Result<PrintJob, 'not-found' | 'not-held'> {
  return till.printing.desk.cameOut(id);
}

/** Cancels a held or unknown slip and queues it again. Returns the new job. The ledger has no event of it. */
export function reprintSlip(till: Till, id: string): Result<PrintJob, 'not-held' | PrintError> {
  return till.printing.desk.reprint(id);
}

/** Cancels a held or unknown slip. The ledger has no event of it. */
export function discardSlip(till: Till, id: string): Result<PrintJob, 'not-found' | 'not-held'> {
  return till.printing.desk.discard(id);
}

/**
 * Queues the slip of a closing again, marked 2ª VIA if an earlier one may be on paper. Writes its entry in the diary in the same
 * transaction, so that each copy on paper has an entry. Throws if the disk does not accept the write.
 */
export function printClosingAgain(
  till: Till,
  by: By,
  shiftId: string,
): Result<void, 'not-found' | 'no-printer'> {
  const closing = createClosingRepo(till.ledger.db).byId(shiftId);
  if (closing === null) return err('not-found');
  const isQueued = till.ledger.inOneTransaction(() => {
    const queued = till.printing.desk.printRequest(closingSlip(closing, till)).ok;
    if (queued) till.ledger.record('closing-printed-again', { shiftId }, by);
    return queued;
  });
  return isQueued ? ok(undefined) : err('no-printer');
}

/** A printer by its token, and how its bytes are made. */
export interface PrinterChoice extends Pick<PrinterSetting, 'profile' | 'encoder'> {
  readonly printer: string;
}

/** Sets up the printer, or removes it with null. Rejects if the disk does not accept the write. */
export async function setUpPrinter(
  till: Till,
  by: By,
  choice: (PrinterChoice & Pick<PrinterSetting, 'automatic' | 'drawer'>) | null,
): Promise<Result<void, 'unknown-printer' | 'unknown-profile'>> {
  if (choice === null) return till.printing.configure(null, by);
  const { printer, ...rest } = choice;
  const found = till.printing.found.byToken(printer);
  if (found === null) return err('unknown-printer');
  return till.printing.configure({ ...rest, target: found.target, name: found.label }, by);
}

/** Prints a test page at once. The printer does not have to be the one that is set up. */
export async function printTestPage(
  till: Till,
  { printer, profile, encoder }: PrinterChoice,
): Promise<Result<SendOutcome, 'unknown-printer' | 'unknown-profile' | 'unfit-slip'>> {
  const found = till.printing.found.byToken(printer);
  if (found === null) return err('unknown-printer');
  return till.printing.printTestPage({ target: found.target, profile, encoder });
}
