import type { Logger } from '../../shared/kernel/logger.ts';
import { toClosingView } from './closing-view.ts';
import { API_OPERATOR, type Shifts } from './directory/shifts.ts';
import { createClosingRepo, type Closing } from './ledger/closing-repo.ts';
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
 * Ends shifts, whoever asks: a window, the shop's own software, or a person to whom its shift gives way. The slip is queued
 * in the transaction of the closing, where there is a printer: one closing, one slip, whatever crashes. A backup is made
 * too; how that went is in the log, and a notice says so when it failed.
 */
export function endsShifts({ shifts, till, backUp, logger }: EndShiftPorts): Pick<Shifts, 'begin' | 'end'> {
  const print = (closing: Closing): void => {
    try {
      printClosing(till(), toClosingView(closing, till()));
    } catch (bug) {
      if (storageErrorCode(bug) !== null) throw bug;
      // No slip is worth a shift that cannot be closed: it can be printed again from the manager's screens.
      logger.error('closing-slip-threw', { shift: closing.shiftId, detail: String(bug) });
    }
  };
  /** Does what may end the shift that is open, with all that belongs to its end. */
  const ending = <T>(act: () => T): T => {
    const open = shifts.open();
    const { ledger } = till();
    const done = ledger.inOneTransaction(() => {
      const result = act();
      const closing = open === null ? null : createClosingRepo(ledger.db).byId(open.id);
      if (closing !== null) print(closing);
      return { result, ended: closing !== null };
    });
    if (done.ended) backUp('closing').catch(() => undefined);
    return done.result;
  };
  return {
    begin(operatorId) {
      const givesWay = operatorId !== API_OPERATOR && shifts.open()?.operatorId === API_OPERATOR;
      return givesWay ? ending(() => shifts.begin(operatorId)) : shifts.begin(operatorId);
    },
    end: (actor, shiftId) => ending(() => shifts.end(actor, shiftId)),
  };
}
