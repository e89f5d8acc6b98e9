import { ACTORS } from '../../../shared/domain/people/actors.ts';
import type { By } from '../../../shared/domain/ledger-event/by.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { holdsShift } from '../../../shared/domain/charge/owing.ts';
import { isTillEvent } from '../../../shared/domain/ledger-event/till-event.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { epochMs, type Clock } from '../../../shared/kernel/time.ts';
import { ulid } from '../../../shared/kernel/ulid.ts';
import { closingOf } from '../ledger/projections/closing-event.ts';
import { createClosingRepo, type Closing } from '../ledger/projections/closing-repo.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { OPEN_SHIFT } from '../ledger/projections/rebuild.ts';
import { readShiftFigures } from '../ledger/projections/shift-figures.ts';
import type { Shift } from './shift.ts';
import { createShiftLock, type ShiftLock } from './shift-lock.ts';
import { createSettingsStore } from '../directory/shop/settings.ts';

/** The shifts of a till. Each act throws if the disk does not accept the write. */
export interface Shifts extends ShiftLock {
  /** Returns the open shift, or null. */
  open(): Shift | null;
  /**
   * Opens a shift of `by.actor`. If this operator's shift is open, returns it. If the API's shift is open, a person takes over:
   * the API's shift is closed, or becomes the person's if a charge holds it. If a person's shift is open, the API gets that
   * shift.
   */
  begin(by: By): Result<Shift, 'shift-of-another'>;
  /**
   * Closes the open shift and returns its closing. If charges hold the shift, refuses with their ids. If the shift of
   * `shiftId` was closed before, returns that closing: a key pressed twice, or an answer lost in a crash, closes nothing else.
   */
  end(
    by: By,
    shiftId?: string,
  ): Result<Closing, { code: 'unsettled-charge'; chargeIds: readonly string[] } | { code: 'no-shift' }>;
}

/** Creates the shifts of a till over its ledger. */
export function createShifts(ledger: Ledger, clock: Clock, random: Random): Shifts {
  const { db } = ledger;
  const current = db.prepare<[], { id: string; operator_id: string; opened_at_ms: number }>(
    'SELECT id, operator_id, opened_at_ms FROM shift WHERE closed_at_ms IS NULL',
  );
  const put = db.prepare(OPEN_SHIFT);
  const close = db.prepare('UPDATE shift SET closed_at_ms = ? WHERE id = ?');
  const closings = createClosingRepo(db);

  const open = (): Shift | null => {
    const row = current.get();
    return row === undefined
      ? null
      : { id: row.id, operatorId: row.operator_id, openedAt: epochMs(row.opened_at_ms) };
  };

  /** Writes the end of the shift, its event and its closing in one transaction. */
  const finish = (shift: Shift, by: By): Closing =>
    ledger.inOneTransaction(() => {
      const { tillName, zone } = createSettingsStore(ledger).get();
      const figures = readShiftFigures(db, ledger.log.head().seq + 1);
      const body = { shiftId: shift.id, till: tillName, zone, figures };
      const seq = ledger.record('shift-closed', body, by, (at) => void close.run(at, shift.id));
      const [event] = ledger.log.since(seq - 1, 1);
      const isIt = event !== undefined && isTillEvent(event, 'shift-closed');
      const closing = isIt ? closingOf(event, ledger.log.head().hash, shift) : null;
      if (closing === null) throw new Error(`row ${seq} is not what was just written`);
      closings.save(closing);
      return closing;
    });

  const chargesHoldingShift = (): string[] =>
    ledger.charges
      .unresolved()
      .filter(holdsShift)
      .map(({ id }) => id);

  const openFor = (by: By, id: string): Shift => {
    const operatorId = by.actor;
    let openedAt = clock.now();
    ledger.record('shift-opened', { shiftId: id, operatorId }, by, (at) => {
      openedAt = at;
      put.run(id, operatorId, at);
    });
    return { id, operatorId, openedAt };
  };

  return {
    open,
    ...createShiftLock(ledger, open),
    begin(by) {
      const operatorId = by.actor;
      const running = open();
      if (running?.operatorId === operatorId) return ok(running);
      if (running !== null && operatorId === ACTORS.api) return ok(running);
      if (running !== null && running.operatorId !== ACTORS.api) return err('shift-of-another');
      if (running !== null && chargesHoldingShift().length > 0) return ok(openFor(by, running.id));
      return ledger.inOneTransaction(() => {
        if (running !== null) finish(running, by);
        return ok(openFor(by, ulid(clock.now(), random)));
      });
    },
    end(by, shiftId) {
      const shift = open();
      if (shift === null || (shiftId !== undefined && shiftId !== shift.id)) {
        const before = shiftId === undefined ? null : closings.byId(shiftId);
        return before === null ? err({ code: 'no-shift' }) : ok(before);
      }
      const chargeIds = chargesHoldingShift();
      if (chargeIds.length > 0) return err({ code: 'unsettled-charge', chargeIds });
      return ok(finish(shift, by));
    },
  };
}
