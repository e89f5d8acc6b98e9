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
  /** Reads again, as soon as possible, every order with an open fact about its money. */
  readonly askOpenFacts: () => void;
  readonly logger: Logger;
}

/**
 * Ends shifts for every caller: a window, the shop's own software, a person who takes over the API's shift. If there is a
 * printer, the slip is queued in the transaction of the closing: one closing, one slip, also after a crash. A backup is
 * made too; the log has its outcome, and a notice says when it failed. Orders with an open fact are read again right
 * after a closing was asked for: a refused closing can then be asked for again with what they said.
 */
export function endsShifts({
  shifts,
  till,
  backUp,
  askOpenFacts,
  logger,
}: EndShiftPorts): Pick<Shifts, 'begin' | 'end'> {
  const print = (closing: Closing): void => {
    try {
      printClosing(till(), toClosingView(closing, till()));
    } catch (bug) {
      if (storageErrorCode(bug) !== null) throw bug;
      // A slip that fails does not hold up the closing: it can be printed again from the manager's screens.
      logger.error('closing-slip-threw', { shift: closing.shiftId, detail: String(bug) });
    }
  };
  /** Runs an act that may end the open shift, with all that belongs to its end. */
  const ending = <T>(act: () => T): T => {
    const open = shifts.open();
    const { ledger } = till();
    const done = ledger.inOneTransaction(() => {
      const result = act();
      const closing = open === null ? null : createClosingRepo(ledger.db).byId(open.id);
      if (closing !== null) print(closing);
      return { result, ended: closing !== null };
    });
    askOpenFacts();
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
