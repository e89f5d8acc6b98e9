import type { Random } from '../../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { epochMs, type Clock, type EpochMs } from '../../../shared/kernel/time.ts';
import { ulid } from '../../../shared/kernel/ulid.ts';
import { holdsShift, type Ledger } from '../ledger/ledger.ts';

/** From opening to closing of a till by an operator. The open shift is who is signed in, across restarts too. */
export interface Shift {
  readonly id: string;
  readonly operatorId: string;
  readonly openedAt: EpochMs;
}

/** The operator of charges that the local API makes while nobody is signed in. */
export const API_OPERATOR = 'api';

export interface Shifts {
  open(): Shift | null;
  /** Opens a shift, or answers with the open one when it is this operator's. A shift of the API gives way to a person's. */
  begin(operatorId: string): Result<Shift, 'shift-of-another'>;
  /** Closes the open shift unless something is not settled; then the culprits' ids. */
  end(
    actor: string,
  ): Result<Shift, { code: 'unsettled-charge'; chargeIds: readonly string[] } | { code: 'no-shift' }>;
}

export function createShifts(ledger: Ledger, clock: Clock, random: Random): Shifts {
  const { db } = ledger;
  const current = db.prepare<[], { id: string; operator_id: string; opened_at_ms: number }>(
    'SELECT id, operator_id, opened_at_ms FROM shift WHERE closed_at_ms IS NULL',
  );
  const insert = db.prepare('INSERT INTO shift (id, operator_id, opened_at_ms) VALUES (?, ?, ?)');
  const close = db.prepare('UPDATE shift SET closed_at_ms = ? WHERE id = ?');

  const open = (): Shift | null => {
    const row = current.get();
    return row === undefined
      ? null
      : { id: row.id, operatorId: row.operator_id, openedAt: epochMs(row.opened_at_ms) };
  };

  const finish = (shift: Shift, actor: string): void => {
    ledger.record('shift-closed', { shiftId: shift.id }, actor, () => void close.run(clock.now(), shift.id));
  };

  return {
    open,
    begin(operatorId) {
      const running = open();
      if (running?.operatorId === operatorId) return ok(running);
      if (running !== null && operatorId === API_OPERATOR) return ok(running);
      if (running !== null && running.operatorId !== API_OPERATOR) return err('shift-of-another');
      if (running !== null) finish(running, operatorId);
      const now = clock.now();
      const shift = { id: ulid(now, random), operatorId, openedAt: now };
      ledger.record('shift-opened', { shiftId: shift.id, operatorId }, operatorId, () => {
        insert.run(shift.id, operatorId, now);
      });
      return ok(shift);
    },
    end(actor) {
      const shift = open();
      if (shift === null) return err({ code: 'no-shift' });
      const culprits = ledger.charges.unresolved().filter(holdsShift);
      if (culprits.length > 0)
        return err({ code: 'unsettled-charge', chargeIds: culprits.map(({ id }) => id) });
      finish(shift, actor);
      return ok(shift);
    },
  };
}
