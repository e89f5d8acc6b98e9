import { ACTORS } from '../../../shared/domain/people/actors.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createClosingRepo, type Closing } from '../ledger/projections/closing-repo.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';
import type { Shifts } from './shifts.ts';

/** What a shift's end does besides the closing. */
export interface EndShiftPorts {
  readonly shifts: Shifts;
  readonly ledger: Pick<Ledger, 'db' | 'inOneTransaction'>;
  /** Signs the head of a closing. */
  readonly sign: (closing: Closing) => void;
  /** Queues the slip of a closing. Does nothing if no printer is set up. */
  readonly queueSlip: (closing: Closing) => void;
  /** Called after a closing is on disk: begins a backup. */
  readonly ended: () => void;
  /** Makes the reads of all orders with an open fact about their money due now. */
  readonly askOpenFacts: () => void;
  readonly logger: Logger;
}

/**
 * Adds the signature, the slip and the backup to the end of a shift, for every caller: a window, the shop's software, a person who takes
 * over the API's shift. Signs and queues the slip in the transaction of the closing, so each closing has one slip, also after a crash.
 * After each try to close, reads orders with an open fact again: the answers may allow the next try.
 */
export function withClosingSlip({
  shifts,
  ledger,
  sign,
  queueSlip,
  ended,
  askOpenFacts,
  logger,
}: EndShiftPorts): Shifts {
  const queue = (closing: Closing): void => {
    try {
      queueSlip(closing);
    } catch (bug) {
      if (storageErrorCode(bug) !== null) throw bug;
      // A bug in the slip does not stop the closing. The slip can be printed from the manager's screens.
      logger.error('closing-slip-threw', { shift: closing.shiftId, detail: String(bug) });
    }
  };
  /** Runs an act that may end the open shift. If it does, queues the slip and begins the backup. */
  const ending = <T>(act: () => T): T => {
    const open = shifts.open();
    const done = ledger.inOneTransaction(() => {
      const result = act();
      const closing = open === null ? null : createClosingRepo(ledger.db).byId(open.id);
      if (closing !== null) {
        sign(closing);
        queue(closing);
      }
      return { result, isEnd: closing !== null };
    });
    askOpenFacts();
    if (done.isEnd) ended();
    return done.result;
  };
  return {
    ...shifts,
    begin(by) {
      const isTakeOver = by.actor !== ACTORS.api && shifts.open()?.operatorId === ACTORS.api;
      return isTakeOver ? ending(() => shifts.begin(by)) : shifts.begin(by);
    },
    end: (by, shiftId) => ending(() => shifts.end(by, shiftId)),
  };
}
