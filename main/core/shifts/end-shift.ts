import { ACTORS } from '../../../shared/domain/people/actors.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createClosingRepo, type Closing } from '../ledger/projections/closing-repo.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';
import type { Shifts } from './shifts.ts';

export interface EndShiftPorts {
  readonly shifts: Shifts;
  readonly ledger: Pick<Ledger, 'db' | 'inOneTransaction'>;
  /** Queues the slip of a closing. Does nothing while there is no printer. */
  readonly queueSlip: (closing: Closing) => void;
  /** Begins a backup after a closing. */
  readonly backUp: () => void;
  /** Reads again, as soon as possible, every order with an open fact about its money. */
  readonly askOpenFacts: () => void;
  readonly logger: Logger;
}

/**
 * Ends shifts for every caller: a window, the shop's own software, a person who takes over the API's shift. The slip is
 * queued in the transaction of the closing: one closing, one slip, also after a crash. A backup is made too. Orders with
 * an open fact are read again right after a closing was asked for: a refused closing can then be asked for again with
 * what they said.
 */
export function withClosingSlip({
  shifts,
  ledger,
  queueSlip,
  backUp,
  askOpenFacts,
  logger,
}: EndShiftPorts): Shifts {
  const closings = createClosingRepo(ledger.db);
  const queue = (closing: Closing): void => {
    try {
      queueSlip(closing);
    } catch (bug) {
      if (storageErrorCode(bug) !== null) throw bug;
      // A slip that fails does not hold up the closing: it can be printed again from the manager's screens.
      logger.error('closing-slip-threw', { shift: closing.shiftId, detail: String(bug) });
    }
  };
  /** Runs an act that may end the open shift, with all that belongs to its end. */
  const ending = <T>(act: () => T): T => {
    const open = shifts.open();
    const done = ledger.inOneTransaction(() => {
      const result = act();
      const closing = open === null ? null : closings.byId(open.id);
      if (closing !== null) queue(closing);
      return { result, ended: closing !== null };
    });
    askOpenFacts();
    if (done.ended) backUp();
    return done.result;
  };
  return {
    open: shifts.open,
    begin(operatorId) {
      const givesWay = operatorId !== ACTORS.api && shifts.open()?.operatorId === ACTORS.api;
      return givesWay ? ending(() => shifts.begin(operatorId)) : shifts.begin(operatorId);
    },
    end: (actor, shiftId) => ending(() => shifts.end(actor, shiftId)),
  };
}
