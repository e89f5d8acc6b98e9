import type { Logger } from '../../shared/kernel/logger.ts';
import { toClosingView } from './closing-view.ts';
import type { Shifts } from './directory/shifts.ts';
import type { Closing } from './ledger/closing-repo.ts';
import { storageErrorCode } from './ledger/storage-error.ts';
import { printClosing } from './print-closing.ts';
import type { Till } from './till.ts';

export interface EndShiftPorts {
  readonly shifts: Shifts;
  readonly till: () => Till;
  readonly backUp: Till['backUp'];
  readonly logger: Logger;
}

/**
 * Ends shifts, whoever asks: a window or the shop's own software. The slip is queued in the transaction of the closing,
 * where there is a printer: one closing, one slip, whatever crashes. A backup is made too; how that went is in the log.
 */
export function endsShifts({ shifts, till, backUp, logger }: EndShiftPorts): Shifts['end'] {
  const print = (closing: Closing): void => {
    try {
      printClosing(till(), toClosingView(closing, till()), false);
    } catch (bug) {
      if (storageErrorCode(bug) !== null) throw bug;
      // No slip is worth a shift that cannot be closed: it can be printed again from the manager's screens.
      logger.error('closing-slip-threw', { shift: closing.shiftId, detail: String(bug) });
    }
  };
  return (actor, shiftId) => {
    const open = shifts.open();
    const ended = till().ledger.inOneTransaction(() => {
      const closed = shifts.end(actor, shiftId);
      if (closed.ok && closed.value.shiftId === open?.id) print(closed.value);
      return closed;
    });
    if (ended.ok && ended.value.shiftId === open?.id) backUp('closing').catch(() => undefined);
    return ended;
  };
}
